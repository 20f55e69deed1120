package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.CountingTarget;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.producers.load.LoadTarget;

/** A producer that dies in the middle of a file, and the same file sent again. */
@ExtendWith(KafkaBroker.class)
class DyingProducerIT {
    private static final String AUSTRIA = "AT|TOTAL|penetration|firms.any_use";
    private static final String BELGIUM = "BE|TOTAL|penetration|firms.any_use";
    /** All of Austria with its closing record, and two of the three figures of Belgium. */
    private static final int SENDS_BEFORE_DEATH = 4 + 2;

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    DyingProducerIT(TestBroker broker) {
        this.broker = broker;
    }

    private Path file() throws Exception {
        Figures figures = new Figures();
        for (String economy : new String[] {"AT", "BE"}) {
            figures.firms(economy, "2021", 10, "2025-01-31")
                    .firms(economy, "2022", 12, "2025-01-31")
                    .firms(economy, "2023", 15, "2025-01-31");
        }
        return figures.in(dir, "figures.csv");
    }

    @Test
    void halfAReleaseIsNoReleaseAndTheFileSentAgainCompletesIt() throws Exception {
        try (TestSystem tidemark = TestSystem.on(broker, "dying", dir);
                TestSystem healthy = TestSystem.on(broker, "healthy", dir)) {
            assertThatThrownBy(() -> tidemark.send(DyingProducerIT::dying, file()))
                    .isInstanceOf(Death.class);
            tidemark.drain();
            assertThat(tidemark.penetration()).containsOnlyKeys(AUSTRIA);

            tidemark.load(file());
            healthy.load(file());

            assertThat(tidemark.penetration()).containsOnlyKeys(AUSTRIA, BELGIUM);
            assertThat(tidemark.bytesByKey(tidemark.topics().estimates()))
                    .isEqualTo(healthy.bytesByKey(healthy.topics().estimates()));
            assertThat(tidemark.counts()).isEqualTo(healthy.counts());
            assertThat(tidemark.counts().addUp()).isTrue();
        }
    }

    @Test
    void whatADeadProducerLeftIsNotCountedAsLoaded() throws Exception {
        try (TestSystem tidemark = TestSystem.on(broker, "left", dir)) {
            assertThatThrownBy(() -> tidemark.send(DyingProducerIT::dying, file()))
                    .isInstanceOf(Death.class);
            tidemark.drain();

            assertThat(tidemark.counts().read()).isZero();
            assertThat(tidemark.counts().addUp()).isTrue();
        }
    }

    /** What it sent before its death has arrived. */
    private static LoadTarget dying(LoadTarget target) {
        return new CountingTarget(target, (sent, to) -> {
            if (sent == SENDS_BEFORE_DEATH) {
                to.flush();
                throw new Death();
            }
        });
    }

    private static final class Death extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
