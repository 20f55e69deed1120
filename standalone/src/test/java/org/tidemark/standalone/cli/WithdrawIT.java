package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.estimate.Horizon;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;

/** What was loaded wrongly is taken back by command, from the log to the estimate and the API, and taken up again. */
@ExtendWith(KafkaBroker.class)
class WithdrawIT {
    private static final String CELL = "PT|TOTAL|penetration|firms.any_use";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    WithdrawIT(TestBroker broker) {
        this.broker = broker;
    }

    /** Four years; of the last one 21 was said first, then the slip 24 by two releases. */
    private static Figures figures() {
        return new Figures()
                .firms("PT", "2021", 12, "2022-01-20")
                .firms("PT", "2022", 15, "2023-01-20")
                .firms("PT", "2023", 18, "2024-01-20")
                .firms("PT", "2024", 21, "2025-01-20")
                .firms("PT", "2024", 24, "2025-02-20")
                .firms("PT", "2024", 24, "2025-03-20");
    }

    private CliRun withdraw(TestSystem system, String... arguments) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of("withdraw", "--source", "MADE", "--reason", "a slip"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--bootstrap", broker.bootstrap(), "--prefix", system.topics().prefix()));
        CliRun run = CliRun.of(all.toArray(new String[0]));
        system.drain();
        return run;
    }

    private CliRun figure(TestSystem system, String... arguments) throws InterruptedException {
        List<String> all = new ArrayList<>(
                List.of("--indicator", "adoption.firms.any_use", "--economy", "PT", "--period", "2024"));
        all.addAll(List.of(arguments));
        return withdraw(system, all.toArray(new String[0]));
    }

    private static double level(TestSystem system) {
        return Objects.requireNonNull(system.penetration().get(CELL))
                .level(Horizon.P0D)
                .orElseThrow();
    }

    @Test
    void theNumberThatStandsIsTakenBackInEveryReleaseThatSaysItAndCanBeTakenUpAgain() throws Exception {
        try (TestSystem system = TestSystem.on(broker, "withdraw", dir.resolve("state"))) {
            system.load(figures().in(dir, "made.csv"));
            double before = level(system);
            long records = system.size(system.topics().observations());

            JsonNode tried = JSON.readTree(figure(system, "--dry-run", "--json").out());

            assertThat(tried.path("dry_run").asBoolean()).isTrue();
            assertThat(tried.path("figures")).hasSize(2);
            assertThat(tried.path("figures").path(0).path("then").path("value").asDouble())
                    .isEqualTo(21);
            assertThat(system.size(system.topics().observations())).isEqualTo(records);

            CliRun done = figure(system, "--by", "Ada Lovelace");

            assertThat(done.exit()).isZero();
            assertThat(done.out())
                    .contains("24.0 percent, published 2025-02-20")
                    .contains("then 21.0 of 2025-01-20T23:59:59.999Z counts")
                    .contains("also said, and not withdrawn: 21.0 by release MADE@2025-01-20; --release withdraws one")
                    .endsWith("2 figures in 2 releases withdrawn, by Ada Lovelace; the estimates follow as soon as they"
                            + " are processed\n");
            assertThat(level(system)).isLessThan(before);
            assertThat(system.size(system.topics().rejected())).isZero();
            assertThat(system.get("/api/v1/observations?economy=PT&vintages=all")
                            .body())
                    .contains("\"by\":\"Ada Lovelace\",\"reason\":\"a slip\"");
            assertThat(figure(system, "--release", "MADE@2025-02-20").err())
                    .contains("it is withdrawn already")
                    .contains("by Ada Lovelace: a slip");

            assertThat(figure(system, "--undo").out()).contains("2 figures in 2 releases restored");
            assertThat(level(system)).isEqualTo(before);
        }
    }

    @Test
    void aFigureIsTakenBackWholeOrInOneReleaseWhereThatIsSaid() throws Exception {
        try (TestSystem system = TestSystem.on(broker, "withdraw-all", dir.resolve("state"))) {
            system.load(figures().in(dir, "made.csv"));

            assertThat(figure(system, "--release", "MADE@2025-03-20").out())
                    .contains("then 24.0 of 2025-02-20T23:59:59.999Z counts")
                    .contains("1 figures in 1 release withdrawn");
            assertThat(figure(system, "--all").out())
                    .contains("then nothing counts")
                    .contains("2 figures in 2 releases withdrawn");
            assertThat(Objects.requireNonNull(system.penetration().get(CELL)).inputs())
                    .isEqualTo(3);
            assertThat(figure(system, "--all").err()).contains("it is withdrawn already");
            assertThat(figure(system, "--all", "--release", "MADE@2025-03-20").err())
                    .contains("leave one of them out");
            assertThat(withdraw(system, "--release", "MADE@2031-01-01").err())
                    .contains("nothing of MADE is held in release MADE@2031-01-01");
        }
    }
}
