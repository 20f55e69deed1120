package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prometheus' and Alertmanager's own checkers over what they are given. */
class RealProgramsTest {
    private static final Path RULES = Place.PROMETHEUS.resolve("rules");
    private static final Path TESTS = Place.PROMETHEUS.resolve("tests");

    private static String[] with(List<Path> files, String... before) {
        return Stream.concat(Stream.of(before), files.stream().map(Path::toString))
                .toArray(String[]::new);
    }

    @Test
    void theConfigurationOfPrometheusHoldsWithAllRuleFiles() throws Exception {
        Program promtool = Program.assumed("promtool");

        Program.Result result = promtool.run(
                Place.PROMETHEUS,
                "check",
                "config",
                Place.PROMETHEUS.resolve("prometheus.yml").toString());

        assertThat(result.exit()).as(result.said()).isZero();
        assertThat(result.said()).contains("4 rule files found");
    }

    @Test
    void theRulesPassTheirTests() throws Exception {
        Program promtool = Program.assumed("promtool");

        Program.Result result = promtool.run(Place.PROMETHEUS, with(Place.files(TESTS, ".yml"), "test", "rules"));

        assertThat(result.exit()).as(result.said()).isZero();
        assertThat(result.said()).contains("SUCCESS").doesNotContain("FAILED");
    }

    @Test
    void aBoundThatIsMovedFailsItsTest(@TempDir Path dir) throws Exception {
        Program promtool = Program.assumed("promtool");
        for (Path folder : List.of(RULES, TESTS)) {
            Files.createDirectory(dir.resolve(String.valueOf(folder.getFileName())));
            for (Path file : Place.files(folder, ".yml")) {
                String moved = Place.text(file)
                        .replace("sum(tidemark_input_lag_records) > 1000", "sum(tidemark_input_lag_records) > 1002");
                Files.writeString(
                        dir.resolve(String.valueOf(folder.getFileName())).resolve(String.valueOf(file.getFileName())),
                        moved);
            }
        }

        Program.Result result = promtool.run(dir, with(Place.files(dir.resolve("tests"), ".yml"), "test", "rules"));

        assertThat(result.exit()).isNotZero();
        assertThat(result.said()).contains("TidemarkConsumerLag");
    }

    @Test
    void theConfigurationOfAlertmanagerHoldsWithItsTemplates() throws Exception {
        Program amtool = Program.assumed("amtool");

        Program.Result result = amtool.run(Place.ALERTMANAGER, "check-config", "alertmanager.yml");

        assertThat(result.exit()).as(result.said()).isZero();
        assertThat(result.said()).contains("5 receivers").doesNotContain("FAILED");
    }

    private static Program.Result route(Path config, String receiver, String labels) throws Exception {
        Program amtool = Program.assumed("amtool");
        return amtool.run(
                Place.ALERTMANAGER,
                Stream.concat(
                                Stream.of(
                                        "config",
                                        "routes",
                                        "test",
                                        "--config.file=" + config,
                                        "--verify.receivers=" + receiver),
                                Stream.of(labels.split(" ", -1)))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "analysts-digest, alertname=PenetrationAbove10 audience=analysts severity=info economy=DE",
        "analysts, alertname=DemandShort audience=analysts severity=warning economy=US",
        "operators, alertname=TidemarkSourceStale audience=operators severity=warning source=EUROSTAT",
        "operators-page, alertname=TidemarkDown audience=operators severity=critical",
        "dead-mans-switch, alertname=TidemarkAlive audience=operators severity=none",
        "operators, alertname=SomebodysOwn severity=critical",
    })
    void eachAudienceIsReached(String receiver, String labels) throws Exception {
        Program.Result result = route(Place.ALERTMANAGER.resolve("alertmanager.yml"), receiver, labels);

        assertThat(result.exit()).as(result.said()).isZero();
    }

    @Test
    void aRouteThatIsTakenAwayIsMissed(@TempDir Path dir) throws Exception {
        ObjectNode config = (ObjectNode) Place.yaml(Place.ALERTMANAGER.resolve("alertmanager.yml"));
        ((ObjectNode) config.path("route").path("routes").path(2)).putArray("routes");
        Path spoilt = Place.write(config, dir.resolve("alertmanager.yml"));

        Program.Result result = route(spoilt, "operators-page", "audience=operators severity=critical");

        assertThat(result.exit()).as(result.said()).isNotZero();
    }

    @Test
    void everyAlertGoesWhereItsAudienceAndSeveritySay() throws Exception {
        for (Alert alert : Alert.all()) {
            Program.Result result = route(
                    Place.ALERTMANAGER.resolve("alertmanager.yml"),
                    receiver(alert),
                    "alertname=%s audience=%s severity=%s"
                            .formatted(
                                    alert.name(),
                                    alert.labels().get("audience"),
                                    alert.labels().get("severity")));
            assertThat(result.exit()).as(alert.name() + ": " + result.said()).isZero();
        }
    }

    private static String receiver(Alert alert) {
        String kind = alert.labels().get("audience") + " " + alert.labels().get("severity");
        return switch (kind) {
            case "analysts info" -> "analysts-digest";
            case "analysts warning" -> "analysts";
            case "operators critical" -> "operators-page";
            case "operators warning" -> "operators";
            case "operators none" -> "dead-mans-switch";
            default -> throw new IllegalStateException("no receiver is meant for " + kind);
        };
    }
}
