package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacerTest {
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Clockwork clock = new Clockwork();

    @Test
    void aDayOfHistoryTakesASecondAtADayASecond() {
        Pacer pacer = new Pacer(Speed.parse("86400"), clock);

        pacer.reach(BEGIN);
        pacer.reach(BEGIN.plus(DAY));
        pacer.reach(BEGIN.plus(DAY));
        pacer.reach(BEGIN.plus(DAY.multipliedBy(3)));

        assertThat(clock.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void whatTheWorkTookIsNotWaitedForAgain() {
        Pacer pacer = new Pacer(Speed.parse("1d/s"), clock);

        pacer.reach(BEGIN);
        clock.pass(Duration.ofMillis(400));
        pacer.reach(BEGIN.plus(DAY));
        clock.pass(Duration.ofSeconds(5));
        pacer.reach(BEGIN.plus(DAY.multipliedBy(2)));
        pacer.reach(BEGIN.plus(DAY.multipliedBy(3)));

        assertThat(clock.slept).containsExactly(Duration.ofMillis(600), Duration.ofSeconds(1));
    }

    @Test
    void yearsOfSilenceAreOnePause() {
        Pacer pacer = new Pacer(Speed.parse("1d/s"), clock);

        pacer.reach(BEGIN);
        pacer.reach(BEGIN.plus(DAY.multipliedBy(3650)));

        assertThat(clock.slept).containsExactly(Pacer.PAUSE_MAX);
    }

    @Test
    void atFullSpeedNothingIsWaitedFor() {
        Pacer pacer = new Pacer(Speed.MAX, clock);

        pacer.reach(BEGIN);
        pacer.reach(BEGIN.plus(DAY.multipliedBy(3650)));

        assertThat(clock.slept).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"86400,86400", "0.5,0.5", "1d/s,86400", "30d/s,2592000", "2h/s,7200", "1w/s,604800", "1y/s,31557600"})
    void aSpeedIsSecondsOfHistoryInASecond(String text, double expected) {
        assertThat(Speed.parse(text)).isEqualTo(new Speed(expected));
    }

    @Test
    void isToldInPlainNumbers() {
        assertThat(Speed.parse("2y/s").label()).isEqualTo("63115200 s/s");
        assertThat(Speed.MAX.label()).isEqualTo("max");
    }

    @Test
    void maxIsWithoutBound() {
        assertThat(Speed.parse("MAX")).isEqualTo(Speed.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "fast", "1d", "d/s", "1e3", "NaN", "1x/s"})
    void anythingElseIsRefusedInOneLine(String text) {
        assertThatThrownBy(() -> Speed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is no speed; write max");
    }

    /** Time that passes when it is told to. */
    private static final class Clockwork implements Ticker {
        private final List<Duration> slept = new ArrayList<>();
        private long nanos = 1_000;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(long wait) {
            slept.add(Duration.ofNanos(wait));
            nanos += wait;
        }
    }
}
