package org.tidemark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.ContrastFilter;

/**
 * How the noises of the payroll filter were chosen: by maximum likelihood over a small grid, on construction less
 * services (USCONS - SRVPRD) of FRED-MD from 1959 to 2006; and what they say of the years after, which they have not seen.
 */
class PayrollNoiseRealDataTest {
    private static final LocalDate UNSEEN_FROM = LocalDate.of(2007, 1, 1);
    private static final double REVERSION = 0.5;
    private static final double NU = 5;
    private static final double[] SPEED_NOISES = {0.02, 0.05, 0.1, 0.15, 0.2, 0.35};
    private static final double[] LEVEL_NOISES = {0.005, 0.01, 0.02, 0.03, 0.05, 0.1};
    private static final double[] NOISES = {0.0005, 0.001, 0.002, 0.003, 0.005, 0.01};
    private static final double ALARM = 0.975;

    private List<Point> gaps;

    @BeforeEach
    void read() throws IOException {
        gaps = gaps("2015-01");
    }

    @Test
    void theShippedNoisesAreTheMostLikelyBefore2007() {
        List<Point> before = before2007();
        List<ContrastFilter> grid = new ArrayList<>();
        for (double speed : SPEED_NOISES) {
            for (double level : LEVEL_NOISES) {
                for (double noise : NOISES) {
                    grid.add(new ContrastFilter(REVERSION, speed, level, noise, NU));
                }
            }
        }

        ContrastFilter best = grid.stream()
                .max(Comparator.comparingDouble(filter -> StudentLikelihood.of(before, filter)))
                .orElseThrow();

        assertThat(before).hasSize(48 * 12);
        assertThat(best).isEqualTo(shipped());
    }

    @Test
    void theFallOfConstructionIsSeenInJune2008AndWithTheNoisesOfPostingsNever() {
        ContrastFilter postings = new ContrastFilter(0.5, 0.35, 0.10, 0.01, NU);

        List<LocalDate> alarms = alarms(shipped());

        assertThat(alarms).filteredOn(day -> !day.isBefore(UNSEEN_FROM)).startsWith(LocalDate.of(2008, 6, 30));
        assertThat(alarms(postings)).isEmpty();
    }

    /** Five of them stand alone, three of these in no recession; the others are recessions and the credit crunch of 1966. */
    @Test
    void fortyFiveMonthsBefore2007AreInAlarm() {
        List<LocalDate> alarms = alarms(shipped()).stream()
                .filter(day -> day.isBefore(UNSEEN_FROM))
                .toList();

        assertThat(alarms).hasSize(45);
        assertThat(alarms.stream().map(LocalDate::getYear).distinct())
                .containsExactly(1960, 1964, 1966, 1967, 1968, 1974, 1975, 1980, 1982, 1990, 1991);
    }

    /** A later vintage holds the same decades after ten more years of benchmark revisions. */
    @Test
    void aLaterVintageSeesTheFallInTheSameMonth() throws IOException {
        List<LocalDate> alarms = alarms(gaps("2024-03"), shipped());

        assertThat(alarms).filteredOn(day -> !day.isBefore(UNSEEN_FROM)).startsWith(LocalDate.of(2008, 6, 30));
    }

    private static ContrastFilter shipped() {
        return MadeEconomy.recipe("payrolls").groups().filter();
    }

    private static List<Point> gaps(String vintage) throws IOException {
        Map<String, String> columns =
                Map.of("USCONS", "labour.payrolls.construction", "SRVPRD", "labour.payrolls.services");
        return PairOfPayrolls.gaps(
                LabourFiles.payrolls(vintage, columns), "labour.payrolls.construction", "labour.payrolls.services");
    }

    private List<Point> before2007() {
        return gaps.stream().filter(g -> g.period().end().isBefore(UNSEEN_FROM)).toList();
    }

    private List<LocalDate> alarms(ContrastFilter filter) {
        return alarms(gaps, filter);
    }

    private static List<LocalDate> alarms(List<Point> gaps, ContrastFilter filter) {
        return ContrastPath.fold(gaps, filter).states().stream()
                .filter(s -> s.speedNegative() > ALARM)
                .map(s -> s.gap().period().end())
                .toList();
    }
}
