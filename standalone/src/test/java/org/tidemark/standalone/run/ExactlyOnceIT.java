package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.CountingTarget;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.load.LoadTarget;

/** Two instances share the economies; one is killed at work, the other takes over, and nothing is lost or doubled. */
@ExtendWith(KafkaBroker.class)
class ExactlyOnceIT {
    private static final List<String> ECONOMIES =
            List.of("AT", "BE", "BG", "CZ", "DE", "EE", "ES", "FI", "FR", "GR", "HU", "IE", "IT", "LT", "LV", "NL");
    private static final int WEEKS = 40;
    /** Each release is one figure and its closing record. */
    private static final int RECORDS = 2 * ECONOMIES.size() * WEEKS;

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    ExactlyOnceIT(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void anInstanceKilledAtWorkLosesAndDoublesNothing() throws Exception {
        Path file = new Figures().weekly(ECONOMIES, WEEKS).in(dir, "weekly.csv");
        try (JavaProcess other = SystemProcess.start(broker.bootstrap(), broker.name("pair"), dir.resolve("other"));
                TestSystem tidemark = TestSystem.onDisk(broker, "pair", dir.resolve("one"));
                TestSystem single = TestSystem.on(broker, "single", dir.resolve("single"))) {
            single.load(file);

            tidemark.send(target -> killing(target, tidemark, other), file);
            tidemark.drain();

            assertThat(other.isAlive()).isFalse();
            assertThat(tidemark.bytesByKey(tidemark.topics().estimates()))
                    .isEqualTo(single.bytesByKey(single.topics().estimates()));
            assertThat(tidemark.bytes(tidemark.topics().releases()))
                    .isEqualTo(single.bytes(single.topics().releases()));
            assertThat(tidemark.counts()).isEqualTo(single.counts());
        }
    }

    /** Lets both work on the first quarter, then kills one as soon as the second is on its way. */
    private static LoadTarget killing(LoadTarget target, TestSystem tidemark, JavaProcess other) {
        return new CountingTarget(target, (sent, to) -> {
            if (sent == RECORDS / 4) {
                to.flush();
                tidemark.drain();
            } else if (sent == RECORDS / 2) {
                to.flush();
                other.kill();
            }
        });
    }
}
