package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.measure.MadeEconomy.CONSTRUCTION;
import static org.tidemark.measure.MadeEconomy.SHIPPED;
import static org.tidemark.measure.MadeEconomy.SOFTWARE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.HorizonValue;

/** What holds of every contrast, whatever the figures. */
class ContrastProperties {
    private static final int WEEKS = 30;
    private static final double EXACT = 1e-9;

    @Property(tries = 25)
    void theOrderOfFillingDoesNotMatter(@ForAll long seed, @ForAll long order) {
        MadeEconomy economy = economy(seed, v -> v);
        Several estimator = Several.contrasts(SHIPPED);

        assertThat(estimator.estimates(economy.shuffled(order))).isEqualTo(estimator.estimates(economy.held()));
    }

    @Property(tries = 25)
    void whatMovesAllSectorsAlikeChangesNothing(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        List<Estimate> before = economy(seed, v -> v).estimates();
        List<Estimate> after = economy(seed, v -> factor * v).estimates();

        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            assertNear(after.get(i).levels(), before.get(i).levels(), 1);
        }
    }

    @Property(tries = 25)
    void aMirroredEconomyHasTheMirroredGap(@ForAll long seed) {
        List<Estimate> before = economy(seed, v -> v).estimates();
        List<Estimate> mirrored = economy(seed, v -> 1 / v).estimates();

        for (int i = 0; i < before.size(); i++) {
            assertNear(mirrored.get(i).levels(), before.get(i).levels(), -1);
        }
    }

    @Property(tries = 25)
    void aStepInOneOfTheBasketMovesTheGapByItsShareOfTheBasket(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = WEEKS - 1) int from,
            @ForAll @DoubleRange(min = -2, max = 2) double step) {
        MadeEconomy before = economy(seed, v -> v);
        Contrasted recipe = MadeEconomy.recipe("postings");
        MadeEconomy after = new MadeEconomy();
        fill(
                after,
                seed,
                (sector, week, value) ->
                        sector.equals("INDEED:nursing") && week >= from ? value * Math.exp(step) : value);

        double[] software = differences(recipe, before, after, SOFTWARE);
        double[] construction = differences(recipe, before, after, CONSTRUCTION);
        for (int week = 0; week < WEEKS; week++) {
            double moved = week < from ? 0 : -step;
            assertThat(software[week]).isCloseTo(moved / 14, within(EXACT));
            assertThat(construction[week]).isCloseTo(moved / 13, within(EXACT));
        }
    }

    private static double[] differences(Contrasted recipe, MadeEconomy before, MadeEconomy after, String sector) {
        List<ContrastPath.State> from = path(recipe, before, sector).states();
        List<ContrastPath.State> to = path(recipe, after, sector).states();
        return IntStream.range(0, WEEKS)
                .mapToDouble(i -> to.get(i).gap().value() - from.get(i).gap().value())
                .toArray();
    }

    private static ContrastPath path(Contrasted recipe, MadeEconomy economy, String sector) {
        return Contrast.all(recipe, SectorPanel.of(recipe.recipe(), economy.held())).stream()
                .filter(c -> c.sector().equals(sector))
                .map(Contrast::path)
                .findFirst()
                .orElseThrow();
    }

    private static void assertNear(List<HorizonValue> own, List<HorizonValue> other, int sign) {
        assertThat(own).hasSameSizeAs(other).isNotEmpty();
        for (int i = 0; i < own.size(); i++) {
            assertThat(own.get(i).band().value())
                    .isCloseTo(sign * other.get(i).band().value(), within(1e-7));
            assertThat(own.get(i).pNegative())
                    .isCloseTo(sign > 0 ? pNegative(other.get(i)) : 1 - pNegative(other.get(i)), within(1e-7));
        }
    }

    private static double pNegative(HorizonValue value) {
        Double p = value.pNegative();
        if (p == null) {
            throw new AssertionError("a gap has a sign");
        }
        return p;
    }

    private interface Shape {
        double of(String sector, int week, double value);
    }

    private static MadeEconomy economy(long seed, DoubleUnaryOperator shape) {
        MadeEconomy economy = new MadeEconomy();
        fill(economy, seed, (sector, week, value) -> shape.applyAsDouble(value));
        return economy;
    }

    private static void fill(MadeEconomy economy, long seed, Shape shape) {
        List<String> sectors =
                new ArrayList<>(MadeEconomy.recipe("postings").groups().unexposed());
        sectors.addAll(List.of(SOFTWARE, "INDEED:legal", "INDEED:retail"));
        Random random = new Random(seed);
        for (String sector : sectors) {
            double log = 0;
            for (int week = 0; week < WEEKS; week++) {
                log += 0.03 * random.nextGaussian();
                economy.posting(sector, week, shape.of(sector, week, 100 * Math.exp(log)));
            }
        }
    }
}
