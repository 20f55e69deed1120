package org.tidemark.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.tidemark.estimate.Estimate;

class PooledEstimatorProperties {
    private record Cell(String indicator, String source, String period, double logit) {}

    /** Two sources of firms and one of people, monthly, on one line in logits. */
    private static List<Cell> cells(double shift) {
        List<Cell> cells = new ArrayList<>();
        for (int month = 1; month <= 24; month++) {
            double x = -2 + 0.025 * month;
            String period = "%d-%02d".formatted(2023 + (month - 1) / 12, 1 + (month - 1) % 12);
            cells.add(new Cell("adoption.firms.any_use", "EUROSTAT", period, x));
            if (month % 2 == 0) {
                cells.add(new Cell("adoption.firms.any_use", "OECD", period, x + 0.1));
            }
            if (month % 3 == 0) {
                cells.add(new Cell("adoption.people.any_use", "MICROSOFT_AIEI", period, x + 0.2 + shift));
            }
        }
        return cells;
    }

    private static List<Estimate> estimates(List<Cell> cells) {
        PoolCase pool = new PoolCase("DE");
        cells.forEach(c -> pool.put(c.indicator(), c.source(), c.period(), PoolCase.percent(c.logit())));
        return pool.estimates();
    }

    @Property(tries = 10)
    void theOrderOfFillingChangesNothing(@ForAll Random random) {
        List<Cell> shuffled = cells(0);
        Collections.shuffle(shuffled, random);

        assertThat(estimates(shuffled)).isEqualTo(estimates(cells(0)));
    }

    /** Exact where the prior of the bias moves along (SourceBiasesTest); with the prior where it is, up to its shrinkage. */
    @Property(tries = 20)
    void aConstantOnEveryFigureOfASourceIsItsBias(@ForAll @DoubleRange(min = -1, max = 1) double shift) {
        Estimate plain = estimates(cells(0)).get(0);
        Estimate shifted = estimates(cells(shift)).get(0);

        double halfBand = PoolCase.logit(plain, 0) - logitOfLower80(plain);
        assertThat(PoolCase.logit(shifted, 0)).isCloseTo(PoolCase.logit(plain, 0), within(0.1 * halfBand));
        assertThat(bias(shifted) - bias(plain)).isCloseTo(shift, within(0.02));
    }

    private static double logitOfLower80(Estimate estimate) {
        double share = estimate.levels().get(0).band().lower80() / 100;
        return Math.log(share / (1 - share));
    }

    private static double bias(Estimate estimate) {
        return Objects.requireNonNull(
                PoolCase.term(estimate, "bias.people.any_use.MICROSOFT_AIEI").value());
    }
}
