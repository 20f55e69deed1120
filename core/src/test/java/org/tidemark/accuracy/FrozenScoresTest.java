package org.tidemark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.series.Period;

class FrozenScoresTest {
    private static KnownFigures.Figure figure(int year, double share) {
        Period period = Period.parse(Integer.toString(year));
        return new KnownFigures.Figure(period, new Measurement(period.midYear(), share, 0.01));
    }

    private static Instant early(int year) {
        return Instant.parse((year + 1) + "-01-31T00:00:00Z");
    }

    /** Each year's figure is known a month after it. */
    private static List<KnownFigures> yearly(double... shares) {
        List<KnownFigures> known = new ArrayList<>();
        List<KnownFigures.Figure> figures = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            figures.add(figure(2015 + i, shares[i]));
            known.add(new KnownFigures(early(2015 + i), figures));
        }
        return known;
    }

    @Test
    void aProjectionIsScoredByTheFirstWordOfItsFigure() {
        BankState state = FilterBank.begin(new Measurement(2015.5, 0.05, 0.01));
        for (KnownFigures.Figure figure : List.of(figure(2016, 0.08), figure(2017, 0.12))) {
            state = FilterBank.update(state, figure.reading());
        }
        Period year = Period.parse("2015");
        assertThat(year.midYear()).isCloseTo(2015.5, within(0.01));
        Banded told = PenetrationReport.figure(FilterBank.predict(state, 1), 0.01);

        List<HorizonScore> scores = FrozenScores.of(yearly(0.05, 0.08, 0.12, 0.21));

        assertThat(scores).singleElement().satisfies(score -> {
            assertThat(score.months()).isEqualTo(12);
            assertThat(score.matured()).isEqualTo(1);
            assertThat(score.lastError()).isCloseTo(9, within(1e-9));
            assertThat(score.error()).isCloseTo(100 * Math.abs(told.value() - 0.21), within(0.05));
        });
    }

    @Test
    void aRevisionMovesNoScoreThatHasBeen() {
        List<KnownFigures> known = new ArrayList<>(yearly(0.05, 0.08, 0.12, 0.21));
        List<HorizonScore> before = FrozenScores.of(known);
        known.add(new KnownFigures(
                Instant.parse("2019-06-30T00:00:00Z"),
                List.of(figure(2015, 0.10), figure(2016, 0.16), figure(2017, 0.24), figure(2018, 0.5))));

        assertThat(FrozenScores.of(known)).isEqualTo(before);
    }

    @Test
    void whatCameAllAtOnceHadNoProjection() {
        List<KnownFigures> all = yearly(0.05, 0.08, 0.12, 0.21, 0.3, 0.4);

        assertThat(FrozenScores.of(all.subList(5, 6))).isEmpty();
    }

    @Test
    void aRunThatStopsSaysWhatTheLongerOneSaidThen() {
        List<KnownFigures> all = yearly(0.05, 0.08, 0.12, 0.21, 0.3, 0.4, 0.5, 0.55, 0.6);
        List<HorizonScore> longer = FrozenScores.of(all);

        assertThat(FrozenScores.of(all.subList(0, 6)).get(0).matured()).isEqualTo(3);
        assertThat(longer.get(0).matured()).isEqualTo(6);
        assertThat(longer).extracting(HorizonScore::months).containsExactly(12, 36, 60);
        assertThat(longer.get(1).matured()).isEqualTo(3);
        assertThat(longer.get(1).independent()).isLessThan(3);
        assertThat(longer.get(0).sentence()).startsWith("1 year ahead, 6 projections: error ");
    }

    /** By hand for ten: P(X below 5) is .0064 and P(X below 6) is .0328; P(X = 10) is .107. */
    @Test
    void theRangeOfTheBandIsThatOfTheBinomial() {
        assertThat(BandRange.of(10, 0.8)).isEqualTo(new BandRange(5, 10, 10));
        assertThat(BandRange.of(1, 0.8)).isEqualTo(new BandRange(0, 1, 1));
        assertThat(BandRange.of(10, 0.8).verdict(0.4)).isEqualTo("too narrow");
        assertThat(BandRange.of(10, 0.8).verdict(0.5)).isEqualTo("in range");
        assertThat(BandRange.of(100, 0.8).verdict(0.95)).isEqualTo("too wide");
    }

    /** An honest band is refused in no more than the stated part of the cases. */
    @Test
    void falseAlarmsStayBelowWhatIsStated() {
        Random random = new Random(19);
        for (int figures : new int[] {5, 12, 40, 150}) {
            BandRange range = BandRange.of(figures, 0.8);
            int refused = 0;
            for (int i = 0; i < 4000; i++) {
                int inside = 0;
                for (int k = 0; k < figures; k++) {
                    inside += random.nextDouble() < 0.8 ? 1 : 0;
                }
                refused += range.verdict(inside / (double) figures).equals("in range") ? 0 : 1;
            }
            assertThat(refused / 4000.0).as("%d figures", figures).isLessThan(0.06);
        }
    }
}
