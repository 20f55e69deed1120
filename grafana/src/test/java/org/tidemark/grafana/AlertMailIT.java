package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.grafana.Mailbox.Mail;

/** An alert on its whole way: from figures by the real application, Prometheus and Alertmanager into a mail. */
class AlertMailIT {
    private static final String NORWAY = "NO: Penetration is more than 10 %";

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

            System.out.println(mail);
            assertThat(mail.to()).isEqualTo("analysts@example.org");
        }
    }
}
