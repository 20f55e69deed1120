package org.tidemark.revise;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.revise.FigureHistory.Absorbed;

class FigureHistoryTest {
    private static final double EXACT = 0;
    private static final double TOLERANCE = 1e-6;

    private static Vintage said(int day, @Nullable Double value) {
        return Vintage.of(Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * day), value, null);
    }

    private static FigureHistory after(Vintage... arrivals) {
        FigureHistory history = FigureHistory.empty();
        for (Vintage v : arrivals) {
            history = history.absorb(v, EXACT).history();
        }
        return history;
    }

    @Test
    void theFirstVintageIsAccepted() {
        Absorbed absorbed = FigureHistory.empty().absorb(said(1, 5.0), EXACT);

        assertThat(absorbed.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(absorbed.beliefChanged()).isTrue();
    }

    @Test
    void theSameValueAgainIsADuplicateAndChangesNothing() {
        Absorbed absorbed = after(said(1, 5.0)).absorb(said(2, 5.0), EXACT);

        assertThat(absorbed.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(absorbed.beliefChanged()).isFalse();
    }

    @Test
    void aLaterVintageWithAnotherValueIsARevision() {
        Absorbed absorbed = after(said(1, 5.0)).absorb(said(2, 6.0), EXACT);

        assertThat(absorbed.outcome()).isEqualTo(Outcome.REVISED);
        assertThat(requireNonNull(absorbed.history().latest(EXACT)).value()).isEqualTo(6.0);
    }

    @Test
    void aLateVintageIsKeptAsHistoryAndReplacesNothing() {
        Absorbed absorbed = after(said(3, 5.0)).absorb(said(1, 4.0), EXACT);

        assertThat(absorbed.outcome()).isEqualTo(Outcome.LATE);
        assertThat(absorbed.beliefChanged()).isFalse();
        assertThat(requireNonNull(absorbed.history().asOf(said(2, null).published(), EXACT))
                        .value())
                .isEqualTo(4.0);
    }

    @Test
    void aWithdrawalLeavesNoValueButItsHistory() {
        Absorbed absorbed = after(said(1, 5.0)).absorb(said(2, null), EXACT);

        assertThat(absorbed.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(absorbed.beliefChanged()).isTrue();
        assertThat(requireNonNull(absorbed.history().latest(EXACT)).value()).isNull();
        assertThat(requireNonNull(absorbed.history().asOf(said(1, null).published(), EXACT))
                        .value())
                .isEqualTo(5.0);
    }

    @Test
    void twoValuesAtOneInstantAreBothDisbelievedForGood() {
        FigureHistory conflict = after(said(1, 5.0), said(1, 6.0));

        assertThat(conflict.latest(EXACT)).isNull();
        assertThat(conflict.absorb(said(1, 5.0), EXACT).outcome()).isEqualTo(Outcome.CONFLICTING);
        assertThat(requireNonNull(
                                after(said(0, 4.0), said(1, 5.0), said(1, 6.0)).latest(EXACT))
                        .value())
                .isEqualTo(4.0);
    }

    @Test
    void aRestatementWithinRoundingIsNoRevision() {
        Absorbed absorbed = after(said(1, 2.26584207224164)).absorb(said(2, 2.265842072), TOLERANCE);

        assertThat(absorbed.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(requireNonNull(absorbed.history().latest(TOLERANCE)).value()).isEqualTo(2.26584207224164);
    }

    @Test
    void aChangedStandardErrorIsARevision() {
        Vintage again = Vintage.of(said(2, 5.0).published(), 5.0, 0.3);

        assertThat(after(said(1, 5.0)).absorb(again, EXACT).outcome()).isEqualTo(Outcome.REVISED);
    }

    @Test
    void aSecondWithdrawalIsADuplicateWhateverErrorItStates() {
        Vintage withError = Vintage.of(said(2, null).published(), null, 0.5);

        assertThat(after(said(1, 5.0), withError).absorb(said(3, null), EXACT).outcome())
                .isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void aValueAfterAWithdrawalIsARevision() {
        assertThat(after(said(1, 5.0), said(2, null))
                        .absorb(said(3, 5.0), EXACT)
                        .outcome())
                .isEqualTo(Outcome.REVISED);
    }

    @Test
    void aStoredHistoryOutOfOrderIsRefused() {
        assertThatThrownBy(() -> FigureHistory.of(List.of(said(2, 1.0), said(1, 1.0))))
                .hasMessageContaining("not in order of publication");
    }

    @Property
    void orderAndRepetitionOfArrivalsNeverChangeTheHistory(
            @ForAll("arrivals") List<Vintage> arrivals, @ForAll Random random) {
        List<Vintage> shuffled = new ArrayList<>(arrivals);
        shuffled.addAll(arrivals.subList(0, arrivals.size() / 2));
        Collections.shuffle(shuffled, random);

        FigureHistory inOrder = after(arrivals.toArray(Vintage[]::new));
        FigureHistory inDisorder = after(shuffled.toArray(Vintage[]::new));

        assertThat(inDisorder).isEqualTo(inOrder);
        assertThat(inDisorder.latest(TOLERANCE)).isEqualTo(inOrder.latest(TOLERANCE));
    }

    @Property
    void beliefChangesExactlyWhenTheBelievedValueDoes(@ForAll("arrivals") List<Vintage> arrivals) {
        FigureHistory history = FigureHistory.empty();
        for (Vintage v : arrivals) {
            Vintage before = history.latest(TOLERANCE);
            Absorbed absorbed = history.absorb(v, TOLERANCE);
            Vintage after = absorbed.history().latest(TOLERANCE);
            Double valueBefore = before == null ? null : before.value();
            Double valueAfter = after == null ? null : after.value();
            if (!java.util.Objects.equals(valueBefore, valueAfter)) {
                assertThat(absorbed.beliefChanged()).isTrue();
            }
            history = absorbed.history();
        }
    }

    @Provide
    Arbitrary<List<Vintage>> arrivals() {
        Arbitrary<Integer> days = Arbitraries.integers().between(0, 6);
        Arbitrary<Double> values = Arbitraries.of(1.0, 1.0 + 1e-9, 2.0, 3.0).injectNull(0.1);
        return Combinators.combine(days, values)
                .as(FigureHistoryTest::said)
                .list()
                .ofMaxSize(12);
    }
}
