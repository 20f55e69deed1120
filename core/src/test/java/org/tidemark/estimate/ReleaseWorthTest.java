package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseWorthTest {
    private static final int DRAWS = 20_000;

    private static BankState after(double... shares) {
        BankState state = FilterBank.begin(new Measurement(2020, shares[0], 0.01));
        for (int i = 1; i < shares.length; i++) {
            state = FilterBank.update(state, new Measurement(2020 + i, shares[i], 0.01));
        }
        return state;
    }

    /** The same by drawing: a filter by its weight, its level, the noise of a figure; then the bank reads the figure. */
    private static List<BankState> drawn(BankState before, ComingRelease release, Random random) {
        List<BankState> outcomes = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            BankState state = before;
            for (double time : release.times()) {
                BankState then = FilterBank.predict(state, time - state.time());
                double share = draw(then, release.standardError(), random);
                state = FilterBank.update(state, new Measurement(time, share, release.standardError()));
            }
            outcomes.add(state);
        }
        return outcomes;
    }

    private static double draw(BankState then, double standardError, Random random) {
        double u = random.nextDouble();
        int model = 0;
        while (model < BankModel.MODELS - 1 && u > then.weight(model)) {
            u -= then.weight(model);
            model++;
        }
        Link link = BankModel.link(model);
        double x = then.number(model, OuStep.X);
        double slope = Math.max(link.slope(x), BankModel.SLOPE_MIN);
        double noise = StrictMath.sqrt(BankModel.figureVariance(link.share(x), standardError)) / slope;
        double level = x + StrictMath.sqrt(then.number(model, OuStep.P11)) * random.nextGaussian();
        return link.share(level + noise * random.nextGaussian());
    }

    @ParameterizedTest
    @CsvSource({"1, 0.01, 0.03", "1, 0.03, 0.03", "3, 0.01, 0.1"})
    void theLatticeSaysWhatDrawingSays(int figures, double standardError, double close) {
        BankState before = after(0.05, 0.08, 0.12, 0.17, 0.21);
        ComingRelease release = new ComingRelease(
                DoubleStream.iterate(2025, t -> t + 0.25).limit(figures).boxed().toList(), standardError);

        ReleaseWorth worth = ReleaseWorth.of(before, release.outcomes(before), 2025.9);
        ReleaseWorth drawn = ReleaseWorth.of(before, drawn(before, release, new Random(18)), 2025.9);

        assertThat(worth.before()).isEqualTo(drawn.before());
        assertThat(worth.after() / drawn.after()).isCloseTo(1, within(0.01));
        assertThat(worth.move() / drawn.move()).isCloseTo(1, within(close));
        assertThat(worth.varianceReduction()).isPositive();
    }

    @Test
    void anExacterFigureIsWorthMore() {
        BankState before = after(0.05, 0.08, 0.12, 0.17, 0.21);
        double exact = worth(before, 0.002).varianceReduction();
        double rough = worth(before, 0.05).varianceReduction();

        assertThat(exact).isGreaterThan(rough + 0.2);
        assertThat(worth(before, 0.002).move())
                .isGreaterThan(worth(before, 0.05).move());
    }

    private static ReleaseWorth worth(BankState before, double standardError) {
        ComingRelease release = new ComingRelease(List.of(2025.0), standardError);
        return ReleaseWorth.of(before, release.outcomes(before), 2025.5);
    }

    @Provide
    Arbitrary<List<Measurement>> readings() {
        return Readings.ordinary();
    }

    @Property(tries = 60)
    void quantilesAreWhereTheFigureIsBelowWithThatProbability(
            @ForAll("readings") List<Measurement> readings, @ForAll @DoubleRange(min = 0.02, max = 0.98) double p) {
        NextFigure next = new NextFigure(FilterBank.begin(readings.get(0)), 0.01);
        double share = next.quantile(p);

        if (share > 0.0012 && share < 0.9988) {
            assertThat(next.below(share)).isCloseTo(p, within(1e-3));
        }
    }

    @Test
    void aReleaseWithoutFiguresIsNone() {
        assertThatThrownBy(() -> new ComingRelease(List.of(), 0.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ComingRelease(Collections.nCopies(10, 1.0), 0.01))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVarianceThatRisesIsSaidToRise() {
        assertThat(ReleaseWorth.saidOfVariance(0.774)).isEqualTo("variance down by 77 %");
        assertThat(ReleaseWorth.saidOfVariance(-0.7)).isEqualTo("variance up by 70 %");
        assertThat(ReleaseWorth.saidOfVariance(0)).isEqualTo("variance down by 0 %");
    }
}
