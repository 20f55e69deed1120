package org.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.figures.Figure;
import org.tidemark.series.Period;

class MeanOverWeeksTest {
    /** By a program of its own in Python: 13 figures, two lags. */
    @Test
    void standardErrorKnowsThatWeeksResembleEachOther() {
        MeanOverWeeks mean = MeanOverWeeks.of(weeks(1, 2, 4, 3, 5, 6, 5, 8, 7, 9, 8, 10, 11));

        assertThat(mean.mean()).isCloseTo(79 / 13.0, within(1e-12));
        assertThat(mean.sd()).isCloseTo(1.2148492451416653, within(1e-12));
        assertThat(mean.weeks()).isEqualTo(13);
    }

    @Test
    void ofWeeksThatAlternateItIsSmallerThanThatOfIndependentOnes() {
        double alternating =
                MeanOverWeeks.of(weeks(1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3)).sd();

        assertThat(alternating).isLessThan(1 / Math.sqrt(12));
        assertThat(MeanOverWeeks.of(weeks(2, 2, 2)).sd()).isZero();
    }

    private static List<Figure> weeks(double... values) {
        List<Figure> figures = new ArrayList<>();
        for (double value : values) {
            Period week = Period.trailing(7, LocalDate.of(2025, 1, 3).plusWeeks(figures.size()));
            figures.add(new Figure(week, value, null, Instant.EPOCH));
        }
        return figures;
    }
}
