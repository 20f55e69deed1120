package org.tidemark.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PooledSpeeds;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Which figure tells what came of a projection. */
class HindcastTest {
    private static final SeriesId SERIES = new SeriesId("adoption.firms.cloud", "DE", "TOTAL", "MADE");

    private static PoolFigure figure(int year) {
        Period period = Period.parse(Integer.toString(year));
        return new PoolFigure(
                new FigureId(SERIES, period),
                Instant.EPOCH,
                new Measurement(period.midYear(), 0.1 + (year - 2000) / 100.0, 0.01));
    }

    /** Year in which it is filed, years ahead that it counts for, and its weight. */
    private static List<List<Double>> told(int... years) {
        Hindcast hindcast = new Hindcast();
        hindcast.over(Arrays.stream(years).mapToObj(HindcastTest::figure).toList());
        hindcast.settle(year -> PooledSpeeds.NONE);
        return hindcast.past().stream()
                .map(row -> List.of((double) row.year(), (double) row.ahead(), row.weight()))
                .toList();
    }

    @Test
    void aFigureOfTheVeryYearCountsWhole() {
        assertThat(told(2000, 2001, 2002, 2003)).containsExactly(List.of(2003.0, 1.0, 1.0));
    }

    @Test
    void ofAYearWithoutFigureTheNextOneTellsHalfAsMuch() {
        assertThat(told(2000, 2002, 2004, 2006)).containsExactly(List.of(2006.0, 1.0, 0.5));
    }

    /** From 2006 on two years and four are as near to three: the earlier counts, and not before three have passed. */
    @Test
    void nothingCountsBeforeItsOwnYearHasPassed() {
        assertThat(told(2000, 2002, 2004, 2006, 2008))
                .as("one year ahead from 2004 and 2006")
                .containsExactly(List.of(2006.0, 1.0, 0.5), List.of(2008.0, 1.0, 0.5));
        assertThat(told(2000, 2002, 2004, 2006, 2008, 2010)).contains(List.of(2010.0, 3.0, 2.0 / 3));
    }

    @Test
    void whatIsFartherThanAYearFromAHorizonTellsNothingOfIt() {
        assertThat(told(2000, 2001, 2002, 2005)).isEmpty();
    }
}
