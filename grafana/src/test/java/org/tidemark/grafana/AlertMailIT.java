package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.grafana.Mailbox.Mail;

/** An alert on its whole way: from figures by the real application, Prometheus and Alertmanager into a mail. */
class AlertMailIT {
    @Test
    void theMailSaysAllThatAnAnalystNeeds(@TempDir Path dir) throws Exception {
        Program unused = Program.assumed("prometheus");
        try (Mailbox mailbox = Mailbox.start();
                Running alertmanager = Watching.mailing(Files.createDirectory(dir.resolve("a")), mailbox.port());
                Running tidemark = Tidemark.up(
                        Files.createDirectory(dir.resolve("t")), Running.freePort(), Tidemark.madeFigures(dir));
                Running prometheus = Watching.prometheus(
                        Files.createDirectory(dir.resolve("p")), alertmanager.port(), tidemark.port())) {
            prometheus.await(
                    "a mail about Norway", () -> !mailbox.about("Norway, ").isEmpty());
            Mail mail = mailbox.about("Norway, ").get(0);

            assertThat(mail.to()).isEqualTo("analysts@example.org");
            assertThat(mail.subject()).contains("AI is used by more than 10 %");
            assertThat(mail.text())
                    .as("economy and concept by name, value, band, period")
                    .contains("Norway, Enterprises that use at least one AI technology: ")
                    .containsPattern("12\\.\\d % \\(\\d+\\.\\d to \\d+\\.\\d\\) in 2024")
                    .as("probability, what moved it, since when in event time, release and its date, attribution")
                    .contains("probability >0.99, raised at 0.80 by 2 releases in a row")
                    .contains("1 figure of adoption.firms.any_use new (12.50, expected ")
                    .contains("Since 2025-02-01, by ", "STATED@2025-02-01 (2025-02-01)")
                    .contains("nothing is said of the cause")
                    .as("links")
                    .contains("Runbook: docs/runbooks/PenetrationAbove10.md")
                    .contains("/d/tidemark-economy?var-economy=NO&var-sector=TOTAL&var-concept=firms.any_use")
                    .contains("/api/v1/alerts?economy=NO&rule=PenetrationAbove10");
            assertThat(mail.html()).contains("<b>Norway, Enterprises that use at least one AI technology: ");
        }
    }
}
