package org.tidemark.awaited;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.figures.Figure;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class ComingFiguresTest {
    private static final Indicator FIRMS =
            ShippedCatalogue.with(List.of()).indicator("adoption.firms.any_use").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "2025, 365, 2026",
        "2025-H2, 182, 2026-H1",
        "2025-Q4, 91, 2026-Q1",
        "2026-01, 30, 2026-02",
        "2026-01, 61, 2026-03",
        "2025-12-15/2025-12-28, 14, 2025-12-29/2026-01-11",
        "2026-02-27, 7, 2026-03-06"
    })
    void aPeriodIsFollowedByOneOfItsKind(String period, double days, String next) {
        assertThat(ComingFigures.after(Period.parse(period), days)).isEqualTo(Period.parse(next));
    }

    /** A random walk of logits with steps of 0.3 around a drift of 0.1. */
    @Test
    void thePaceOfAWalkIsFoundAgain() {
        Random random = new Random(3);
        double at = -2;
        List<Figure> figures = new ArrayList<>();
        for (int year = 1990; year < 2015; year++) {
            at += 0.1 + 0.3 * random.nextGaussian();
            figures.add(
                    new Figure(Period.parse(Integer.toString(year)), 100 / (1 + Math.exp(-at)), null, Instant.EPOCH));
        }
        SeriesPace pace = SeriesPace.of(FIRMS, null, figures).orElseThrow();

        assertThat(logit(pace.off(50, 1))).isCloseTo(0.3, within(0.1));
        assertThat(logit(pace.drifted(50, 4)) / 4).isCloseTo(0.1, within(0.15));
    }

    @Test
    void ofOneFigureOnlyThePriorKnowsAPace() {
        List<Figure> one = List.of(new Figure(Period.parse("2025"), 20, null, Instant.EPOCH));

        assertThat(SeriesPace.of(FIRMS, null, one)).isEmpty();
        assertThat(SeriesPace.of(
                        FIRMS,
                        ShippedCatalogue.with(List.of())
                                .recipes()
                                .releases()
                                .judging()
                                .orElseThrow(),
                        one))
                .isPresent();
    }

    /** What the first figure is off by, the second is off by too. */
    @Test
    void deviationsOfASeriesAddUp() {
        List<Figure> figures = List.of(
                new Figure(Period.parse("2024"), 20, null, Instant.EPOCH),
                new Figure(Period.parse("2025"), 25, null, Instant.EPOCH));
        SeriesPace pace = SeriesPace.of(FIRMS, null, figures).orElseThrow();
        ComingFigures coming = new ComingFigures(
                new SeriesId(FIRMS.id(), "DE", SeriesId.TOTAL, "EUROSTAT"),
                List.of(Period.parse("2026"), Period.parse("2027")),
                List.of(30.0, 35.0),
                pace,
                null);

        assertThat(coming.values(new double[] {0, 0}).get(1)).isCloseTo(35, within(1e-9));
        assertThat(coming.values(new double[] {1, 0}).get(1)).isCloseTo(pace.off(35, 1), within(1e-9));
        assertThat(coming.values(new double[] {1, -1})).element(1).satisfies(v -> assertThat(v)
                .isCloseTo(35, within(1e-9)));
    }

    private static double logit(double percent) {
        return Math.log(percent / (100 - percent));
    }
}
