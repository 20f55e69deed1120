package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.revise.Outcome;

/** A release that rewrites its history is listed, released by command, and believed from then on. */
@ExtendWith(KafkaBroker.class)
class QuarantineIT {
    private static final int YEARS = 12;

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    QuarantineIT(TestBroker broker) {
        this.broker = broker;
    }

    private static Figures history(Figures figures, double factor, String published) {
        for (int i = 0; i < YEARS; i++) {
            figures.firms("DK", Integer.toString(2010 + i), factor * (2 + i), published);
        }
        return figures;
    }

    private CliRun quarantine(TestSystem system, String... arguments) {
        List<String> all = new ArrayList<>(List.of("quarantine"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--bootstrap", broker.bootstrap(), "--prefix", system.topics().prefix()));
        return CliRun.of(all.toArray(new String[0]));
    }

    @Test
    void whatIsHeldIsListedAndReleasedByCommand() throws Exception {
        Path file = history(history(new Figures(), 1, "2022-03-01"), 1.3, "2022-04-01")
                .in(dir, "rewritten.csv");
        try (TestSystem system = TestSystem.on(broker, "quarantine", dir.resolve("state"))) {
            system.load(file);
            assertThat(system.counts().outcomes().get(Outcome.QUARANTINED)).isEqualTo(YEARS);

            CliRun listed = quarantine(system, "list");

            assertThat(listed.exit()).isZero();
            assertThat(listed.out())
                    .startsWith("DK MADE adoption.firms.any_use, release ")
                    .contains(": held")
                    .contains("restated figures move by")
                    .contains("without and with it: penetration firms.any_use TOTAL 13.");

            assertThat(quarantine(system, "release").err()).contains("say which: --economy");
            assertThat(quarantine(system, "release", "--economy", "FI").err()).contains("nothing that is held matches");
            CliRun released =
                    quarantine(system, "release", "--economy", "DK", "--note", "asked", "--by", "Ada Lovelace");

            assertThat(released.out()).contains("1 sent as release");
            system.drain();
            assertThat(quarantine(system, "list").out()).isEqualTo("nothing is held\n");
            assertThat(quarantine(system, "list", "--all").out())
                    .contains(": released")
                    .contains("by decision: asked (Ada Lovelace)");
            assertThat(quarantine(system, "list", "--all", "--json").out())
                    .contains("\"decided_by\" : \"Ada Lovelace\"");
            assertThat(quarantine(system, "release", "--economy", "DK", "--by", "a\nb")
                            .err())
                    .contains("'a?b' is no name");
            assertThat(quarantine(system, "list", "--as-of", "2022-04").out())
                    .contains(": held")
                    .contains("restated figures move by")
                    .contains("without and with it: penetration firms.any_use TOTAL 13.");
            assertThat(quarantine(system, "list", "--as-of", "2022-03").out()).isEqualTo("nothing was held\n");
        }
    }
}
