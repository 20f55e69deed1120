package org.tidemark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.StandardNormal;

class ConceptScoresTest {
    private static final double SD = 0.02;

    private static Instant instant(int year) {
        return Instant.parse("%d-01-31T00:00:00Z".formatted(year + 1));
    }

    private static PendingProjection said(int months, double target, double median, double sd) {
        Banded band = new Banded(
                median,
                median - StandardNormal.Z90 * sd,
                median + StandardNormal.Z90 * sd,
                median - StandardNormal.Z975 * sd,
                median + StandardNormal.Z975 * sd);
        return new PendingProjection("penetration", months, target - months / 12.0, target, band, 0.28, 0.33);
    }

    private static MaturedProjection matured(String economy, int months, int year, double z, double sd) {
        return MaturedProjection.of(
                said(months, year + 0.5, 0.3, sd), economy, instant(year), year + 0.5, 0.3 + SD * z);
    }

    /**
     * Figures about honest medians that share a part of what befalls them, over all years that they overlap in.
     *
     * @param sd what the bands claim
     */
    private static List<MaturedProjection> world(
            Random random, int economies, int years, int months, double common, double sd) {
        int length = Math.max(1, months / 12);
        double[] shocks = random.doubles(years + length, -1, 1)
                .map(u -> random.nextGaussian())
                .toArray();
        double[][] own = new double[economies][];
        for (int e = 0; e < economies; e++) {
            own[e] = random.doubles(years + length, -1, 1)
                    .map(u -> random.nextGaussian())
                    .toArray();
        }
        List<MaturedProjection> all = new ArrayList<>();
        for (int year = 0; year < years; year++) {
            for (int e = 0; e < economies; e++) {
                double shared = 0;
                double itsOwn = 0;
                for (int k = 0; k < length; k++) {
                    shared += shocks[year + k] / Math.sqrt(length);
                    itsOwn += own[e][year + k] / Math.sqrt(length);
                }
                double z = Math.sqrt(common) * shared + Math.sqrt(1 - common) * itsOwn;
                all.add(matured("E" + (char) ('A' + e), months, 2010 + year, z, sd));
            }
        }
        return all;
    }

    @Test
    void errorsAreThoseOfTheFiguresBesideTheLastValueAndDrift() {
        ConceptScore score = ConceptScores.of(List.of(matured("DK", 12, 2020, 1, SD), matured("DE", 12, 2020, -2, SD)));

        assertThat(score.score().matured()).isEqualTo(2);
        assertThat(score.economies()).isEqualTo(2);
        assertThat(score.score().error()).isCloseTo(3, within(1e-9));
        assertThat(score.score().bias()).isCloseTo(1, within(1e-9));
        assertThat(score.score().lastError()).isCloseTo((4 + 2) / 2.0, within(1e-9));
        assertThat(score.driftError()).isCloseTo((1 + 7) / 2.0, within(1e-9));
        assertThat(score.score().inside80()).isEqualTo(0.5);
        assertThat(score.score().inside95()).isEqualTo(0.5);
        assertThat(score.pit().stream().mapToDouble(bar -> bar).sum()).isCloseTo(1, within(1e-12));
        assertThat(score.pit().get(0)).isEqualTo(0.5);
        assertThat(score.pit().get(8)).isEqualTo(0.5);
        assertThat(score.better()).isEqualTo("cannot be told");
        assertThat(score.sentence()).startsWith("1 year ahead, 2 projections: error 3.0 points, last value 3.0;");
    }

    @Test
    void theOrderOfTheFiguresChangesNothing() {
        List<MaturedProjection> all = world(new Random(3), 6, 8, 12, 0.3, SD);
        List<MaturedProjection> again = new ArrayList<>(all);
        Collections.shuffle(again, new Random(4));

        ConceptScore one = ConceptScores.of(all);
        ConceptScore other = ConceptScores.of(again);
        assertThat(other.score().error()).isCloseTo(one.score().error(), within(1e-12));
        assertThat(other.score().independent()).isEqualTo(one.score().independent());
        assertThat(other.narrowReleases()).isEqualTo(one.narrowReleases());
        assertThat(other.better()).isEqualTo(one.better());
    }

    @Test
    void bandsHalfAsWideAsTheyShouldBeAreTooNarrowReleaseAfterRelease() {
        long found = IntStream.range(0, 100)
                .filter(seed -> ConceptScores.narrowReleases(world(new Random(seed), 8, 8, 12, 0.3, SD / 2)) >= 2)
                .count();

        assertThat(found).isGreaterThan(60);
    }

    /**
     * Ten years of honest bands: in how many of 400 worlds the alert was ever raised. Measured: 4, 0 where nothing is
     * common, 5, 3 where .3 is, 19, 20 where .6 is (one and three years ahead).
     */
    @Test
    void honestBandsRaiseTheAlertInFewWorldsWithinTenYears() {
        for (double common : new double[] {0, 0.3, 0.6}) {
            for (int months : new int[] {12, 36}) {
                int raised = 0;
                for (int seed = 0; seed < 400; seed++) {
                    List<MaturedProjection> all = world(new Random(seed), 8, 10, months, common, SD);
                    raised += isEverRaised(all) ? 1 : 0;
                }
                assertThat(raised).as("common %s, %d months", common, months).isLessThan(40);
            }
        }
    }

    private static boolean isEverRaised(List<MaturedProjection> all) {
        for (int year = 2010; year < 2020; year++) {
            Instant until = instant(year);
            List<MaturedProjection> then =
                    all.stream().filter(one -> !one.at().isAfter(until)).toList();
            if (ConceptScores.narrowReleases(then) >= 2) {
                return true;
            }
        }
        return false;
    }

    @Test
    void twentyProjectionsThatAreAlwaysBetterAreBetter() {
        List<MaturedProjection> good = new ArrayList<>();
        List<MaturedProjection> bad = new ArrayList<>();
        Random random = new Random(5);
        for (int year = 2010; year < 2020; year++) {
            for (String economy : List.of("DK", "DE")) {
                good.add(matured(economy, 12, year, 0.2 * random.nextGaussian(), SD));
                PendingProjection off = said(12, year + 0.5, 0.5, SD);
                bad.add(MaturedProjection.of(
                        off, economy, instant(year), year + 0.5, 0.3 + 0.004 * random.nextGaussian()));
            }
        }

        assertThat(ConceptScores.of(good).better()).isEqualTo("yes");
        assertThat(ConceptScores.of(bad).better()).isEqualTo("no");
        assertThat(ConceptScores.of(good.subList(0, 19)).better()).isEqualTo("cannot be told");
    }
}
