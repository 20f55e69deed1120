package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is silent while whom has something to say, as a real Alertmanager decides it. */
class InhibitionIT {
    private static final int OK = 200;

    private final Webhook webhook;
    private final Running alertmanager;

    InhibitionIT(@TempDir Path dir) throws Exception {
        Program unused = Program.assumed("alertmanager", "prometheus-alertmanager");
        webhook = Webhook.start();
        alertmanager = Watching.alertmanager(dir, webhook.port());
    }

    @BeforeEach
    void analystsAreTold() throws Exception {
        raise(
                "SourceDrifts,audience=analysts,severity=warning,source=EUROSTAT",
                "ReleaseHeld,audience=analysts,severity=warning,source=MADE",
                "DemandShort,audience=analysts,severity=warning");
    }

    @AfterEach
    void end() throws Exception {
        alertmanager.close();
        webhook.close();
    }

    private void raise(String... alerts) throws Exception {
        StringBuilder body = new StringBuilder();
        for (String alert : alerts) {
            String labels = ("alertname=" + alert).replace("=", "\":\"").replace(",", "\",\"");
            body.append(body.isEmpty() ? "" : ",").append("{\"labels\":{\"%s\"}}".formatted(labels));
        }
        HttpResponse<String> answer = alertmanager.send("POST", "/api/v2/alerts", "[" + body + "]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
    }

    private Set<String> silent() throws Exception {
        Set<String> silent = new TreeSet<>();
        for (JsonNode alert : alertmanager.get("/api/v2/alerts")) {
            if (alert.at("/status/inhibitedBy").size() > 0) {
                silent.add(alert.at("/labels/alertname").asText());
            }
        }
        return silent;
    }

    private void assertSilent(String... names) throws Exception {
        Set<String> wanted = Set.of(names);
        alertmanager.await("silence of " + wanted, () -> {
            try {
                return silent().equals(wanted);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(silent()).isEqualTo(wanted);
    }

    @Test
    void aLateSourceSilencesWhatIsSaidOfItselfAndNothingElse() throws Exception {
        raise("TidemarkSourceStale,audience=operators,severity=warning,source=EUROSTAT");

        assertSilent("SourceDrifts");
    }

    @Test
    void whenEverySourceIsLateAnalystsAreLeftInPeaceAndOperatorsToldOnce() throws Exception {
        raise(
                "TidemarkSourceStale,audience=operators,severity=warning,source=OTHER",
                "TidemarkDataStale,audience=operators,severity=critical");

        assertSilent("SourceDrifts", "ReleaseHeld", "DemandShort", "TidemarkSourceStale");
    }

    @Test
    void whenNoMonitorCanBeReadOnlyThatIsSaid() throws Exception {
        raise(
                "TidemarkBlind,audience=operators,severity=critical",
                "TidemarkConsumerLag,audience=operators,severity=warning");

        assertSilent("SourceDrifts", "ReleaseHeld", "DemandShort", "TidemarkConsumerLag");
    }

    @Test
    void oneMonitorOfSeveralThatIsDownSilencesOnlyWhatIsSaidOfItself() throws Exception {
        raise(
                "TidemarkDown,audience=operators,severity=critical,instance=a",
                "TidemarkScrapeSlow,audience=operators,severity=warning,instance=a",
                "TidemarkHeapAlmostFull,audience=operators,severity=warning,instance=b");

        assertSilent("TidemarkScrapeSlow");
    }
}
