package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.TurningDate.Turning;

class InflectionDatesTest {
    /** Passes 1/2 in the middle of 2022. */
    private static final Curves.Curve CURVE = new Curves.Curve(Link.LOGIT, 0.3, 2022.5, 1);

    @Test
    void everyTurningIsToldForEveryCeilingAndTheirMixture() {
        List<TurningDate> dates = dates(CURVE.readings(2005, 2020), 2021);

        assertThat(dates).hasSize(15);
        assertThat(dates.subList(5, 10)).extracting(TurningDate::turning).containsOnly(Turning.MIDPOINT);
        assertThat(dates.subList(5, 10)).extracting(TurningDate::ceiling).containsExactly(0.15, 0.3, 0.6, 1.0, null);
    }

    /** The bank expects speeds to revert, so it is late on a curve that does not; 1.7 is its mean error on real ones. */
    @Test
    void midpointTwoYearsAheadIsDated() {
        TurningDate midpoint = midpoint(dates(CURVE.readings(2005, 2020), 2021), 1.0);

        assertThat(midpoint.year50()).isNotNull().isCloseTo(2022.5, within(1.7));
        assertThat(midpoint.year10()).isNotNull().isBetween(2020.5, 2022.5);
        assertThat(midpoint.year90()).isNotNull().isGreaterThan(2022.5);
        assertThat(midpoint.passed()).isLessThan(0.1);
        assertThat(midpoint.priorShare()).isZero();
    }

    @Test
    void midpointTwoYearsAgoIsDatedFromWhatCameAfter() {
        TurningDate midpoint = midpoint(dates(CURVE.readings(2005, 2024), 2025), 1.0);

        assertThat(midpoint.year50()).isNotNull().isCloseTo(2022.5, within(0.3));
        assertThat(midpoint.year90()).isNotNull().isLessThan(2024.5);
        assertThat(midpoint.passed()).isEqualTo(1);
    }

    @Test
    void whatWasPassedBeforeTheFirstReadingHasNoDate() {
        TurningDate midpoint = midpoint(dates(CURVE.readings(2021, 2025), 2026), 0.15);

        assertThat(midpoint.passed()).isEqualTo(1);
        assertThat(midpoint.year10()).isNull();
        assertThat(midpoint.year50()).isNull();
        assertThat(midpoint.year90()).isNull();
    }

    @Test
    void midpointFarAheadOfAYoungCurveHasNoDate() {
        TurningDate midpoint = midpoint(dates(CURVE.readings(2003, 2008), 2009), 1.0);

        assertThat(midpoint.year50()).isNull();
        assertThat(midpoint.passed()).isLessThan(0.01);
    }

    @Test
    void ceilingThatTheLevelIsAboveIsNoneInTheMixture() {
        List<TurningDate> dates = dates(CURVE.readings(2005, 2027), 2028);

        TurningDate ofOne = midpoint(dates, 1.0);
        TurningDate mixture = midpoint(dates, null);

        assertThat(CURVE.share(2027.5)).isGreaterThan(0.8);
        assertThat(ofOne.year50()).isNotNull();
        // Only ceilings above four fifths are left: their midpoints lie within a year before that of one.
        assertThat(mixture.year50()).isBetween(2021.5, 2022.6);
        assertThat(mixture.priorShare()).isBetween(0.01, 0.99);
    }

    @Test
    void shareOfThePriorIsShownWhereCeilingsDisagree() {
        TurningDate mixture = midpoint(dates(CURVE.readings(2005, 2014), 2015), null);

        assertThat(mixture.priorShare()).isBetween(0.1, 1.0);
    }

    @Test
    void passedIsToldForTheInstantOfPublication() {
        List<Measurement> readings = CURVE.readings(2005, 2020);

        double early = midpoint(dates(readings, 2020.5), 1.0).passed();
        double late = midpoint(dates(readings, 2023.5), 1.0).passed();

        assertThat(late).isGreaterThan(0.5).isGreaterThan(early);
    }

    /** At .16 K begins growth, at .2113 K lies the first inflection: one prior, so that neither contradicts the other. */
    @Test
    void theStageAndTheFirstInflectionAreToldByOnePrior() {
        for (int last = 2006; last < 2022; last += 3) {
            List<Measurement> readings = CURVE.readings(2003, last);
            StageOdds stage = CeilingDoubt.of(Readings.track(readings).bank());
            double passed = dates(readings, Readings.track(readings).bank().time()).stream()
                    .filter(d -> d.turning() == Turning.FIRST_INFLECTION && d.ceiling() == null)
                    .findFirst()
                    .orElseThrow()
                    .passed();

            double p = CURVE.share(last + 0.5);
            double between = (Math.max(0, 1 - p / 0.2113) - Math.max(0, 1 - p / 0.16)) / (1 - p);
            assertThat(1 - stage.germination() - passed).isCloseTo(between, within(0.08));
        }
    }

    private static List<TurningDate> dates(List<Measurement> readings, double now) {
        return InflectionDates.of(Readings.track(readings), CeilingPrior.EQUAL, now);
    }

    private static TurningDate midpoint(List<TurningDate> dates, @Nullable Double ceiling) {
        return dates.stream()
                .filter(d -> d.turning() == Turning.MIDPOINT && java.util.Objects.equals(d.ceiling(), ceiling))
                .findFirst()
                .orElseThrow();
    }
}
