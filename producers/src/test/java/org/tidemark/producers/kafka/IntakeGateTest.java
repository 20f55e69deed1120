package org.tidemark.producers.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever publishes waits while nothing is taken in, with one line, and not for ever. */
class IntakeGateTest {
    private static final String WHY = "disk almost full: 20 MiB free";

    private final List<String> said = new ArrayList<>();
    private final Deque<Optional<String>> answers = new ArrayDeque<>();

    private IntakeGate gate(Duration patience) {
        return new IntakeGate(answers::remove, patience, said::add);
    }

    @Test
    void whileEverythingIsTakenInNothingIsSaidAndNobodyIsAskedAgainAtOnce() {
        answers.add(Optional.empty());
        IntakeGate gate = gate(Duration.ofMinutes(1));

        gate.await();
        gate.await();

        assertThat(said).isEmpty();
        assertThat(answers).isEmpty();
    }

    @Test
    void itWaitsWithOneLineUntilThereIsRoom() {
        answers.addAll(List.of(Optional.of(WHY), Optional.of(WHY), Optional.of(WHY), Optional.empty()));

        gate(Duration.ofMinutes(1)).await();

        assertThat(said).containsExactly(WHY + "; waiting up to 60 s, nothing more is sent meanwhile");
        assertThat(answers).isEmpty();
    }

    @Test
    void withoutPatienceItRefusesAtOnce() {
        answers.add(Optional.of(WHY));

        assertThatExceptionOfType(PublishException.class)
                .isThrownBy(() -> gate(Duration.ZERO).await())
                .withMessage(WHY + "; not waited, so not all is sent: free some space, then run this again (what is"
                        + " known changes nothing)");
        assertThat(said).isEmpty();
    }

    @Test
    void itsPatienceEnds() {
        IntakeGate gate = new IntakeGate(() -> Optional.of(WHY), Duration.ofMillis(1), said::add);

        assertThatExceptionOfType(PublishException.class)
                .isThrownBy(gate::await)
                .withMessageContaining("there was no room within 0 s, so not all is sent");
    }
}
