package org.tidemark.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What projections are asked for on slow and on fast technologies: the table of decision 0074, each of six technologies. */
class MadeTechnologiesTest {
    private static final int TECHNOLOGIES = 6;
    private static final List<Integer> MONTHS = List.of(12, 36, 60);
    private static final double SURVEY = 0.012;
    private static final double EXACT = 0.003;

    /** Geometric means over technologies of the error over that of the last value, and the part of figures in the 80 % band. */
    private record Row(Map<Forecaster, List<Double>> ratios, List<Double> inside, List<Double> crps) {
        double of(Forecaster who, int horizon) {
            return Objects.requireNonNull(ratios.get(who)).get(horizon);
        }

        @Override
        public String toString() {
            return "alone %s, projected %s, in the band %s, CRPS over the filters' %s"
                    .formatted(ratios.get(Forecaster.OWN), ratios.get(Forecaster.PROJECTED), inside, crps);
        }
    }

    private static Row row(MadeTechnologies kind, double noise) {
        return row(kind, noise, year -> true);
    }

    private static Row row(MadeTechnologies kind, double noise, IntPredicate surveyed) {
        List<SetScore> all = new ArrayList<>();
        for (int seed = 0; seed < TECHNOLOGIES; seed++) {
            List<Curve> curves = kind.curves(seed, noise).stream()
                    .map(curve -> Made.surveyed(curve, surveyed))
                    .toList();
            all.addAll(SetScore.of(BackTest.of(curves, economy -> false)));
        }
        Map<Forecaster, List<Double>> ratios = new EnumMap<>(Forecaster.class);
        for (Forecaster who : Forecaster.values()) {
            ratios.put(
                    who,
                    means(all, s -> Math.log(s.error(who) / s.error(Forecaster.LAST_VALUE)))
                            .map(Math::exp)
                            .toList());
        }
        List<Double> crps = means(all, s -> Math.log(s.crps(Forecaster.PROJECTED) / s.crps(Forecaster.OWN)))
                .map(Math::exp)
                .toList();
        return new Row(ratios, means(all, SetScore::inside80).toList(), crps);
    }

    private static Stream<Double> means(List<SetScore> all, ToDoubleFunction<SetScore> of) {
        return MONTHS.stream().map(months -> all.stream()
                .filter(s -> s.months() == months)
                .mapToDouble(of)
                .average()
                .orElseThrow());
    }

    private static void slowGains(MadeTechnologies kind) {
        Row survey = row(kind, SURVEY);
        assertThat(survey.of(Forecaster.PROJECTED, 0))
                .as("%s: one year ahead no worse than the last value: %s", kind, survey)
                .isLessThan(1);
        for (int h = 1; h < MONTHS.size(); h++) {
            assertThat(survey.of(Forecaster.PROJECTED, h))
                    .as("%s: later a fifth better than the filters alone: %s", kind, survey)
                    .isLessThan(0.8 * survey.of(Forecaster.OWN, h));
        }
        assertThat(survey.inside().get(0)).as("%s: %s", kind, survey).isBetween(0.75, 0.92);
        bandsAreNoWiderThanFiguresFall(kind, survey);
    }

    /** They held .98 to 1.00 three and five years ahead, with a CRPS of .57 to .80 of the filters', while each horizon began at 1. */
    private static void bandsAreNoWiderThanFiguresFall(MadeTechnologies kind, Row row) {
        assertThat(row.inside().get(1)).as("%s: %s", kind, row).isBetween(0.75, 0.94);
        assertThat(row.inside().get(2)).as("%s: %s", kind, row).isBetween(0.75, 0.985);
        assertThat(row.crps().get(1)).as("%s: %s", kind, row).isLessThan(0.64);
        assertThat(row.crps().get(2)).as("%s: %s", kind, row).isLessThan(0.61);
    }

    @Test
    void slowLogisticTechnologiesGain() {
        slowGains(MadeTechnologies.SLOW);
    }

    @Test
    void slowGompertzTechnologiesGain() {
        slowGains(MadeTechnologies.SLOW_GOMPERTZ);
    }

    @Test
    void technologiesNearTheirCeilingGain() {
        slowGains(MadeTechnologies.PLATEAU);
    }

    /**
     * As Eurostat asks for cloud computing: .97 to .99 of the last value at one year and .87 to .95 of the filters alone later,
     * while only a figure of the very year told what came of a projection.
     */
    @Test
    void slowTechnologiesGainThoughTheyAreNotSurveyedEachYear() {
        for (MadeTechnologies kind : List.of(MadeTechnologies.SLOW, MadeTechnologies.PLATEAU)) {
            Row row = row(kind, SURVEY, Set.of(0, 1, 2, 4, 6, 7, 9, 11, 13)::contains);
            assertThat(row.of(Forecaster.PROJECTED, 0)).as("%s: %s", kind, row).isLessThan(0.92);
            for (int h = 1; h < MONTHS.size(); h++) {
                assertThat(row.of(Forecaster.PROJECTED, h))
                        .as("%s: %s", kind, row)
                        .isLessThan(0.62 * row.of(Forecaster.OWN, h));
            }
            assertThat(row.inside().get(0)).as("%s: %s", kind, row).isBetween(0.75, 0.9);
        }
    }

    private static void fastKeeps(MadeTechnologies kind, double noise) {
        fastKeeps(kind, noise, 1.02);
    }

    private static void fastKeeps(MadeTechnologies kind, double noise, double most) {
        Row row = row(kind, noise);
        for (int h = 0; h < MONTHS.size(); h++) {
            assertThat(row.of(Forecaster.PROJECTED, h))
                    .as("%s, noise %s: %s", kind, noise, row)
                    .isLessThan(most * row.of(Forecaster.OWN, h));
            assertThat(row.inside().get(h))
                    .as("%s, noise %s: %s", kind, noise, row)
                    .isBetween(0.7, 0.92);
        }
    }

    @Test
    void fastTechnologiesLoseNothing() {
        fastKeeps(MadeTechnologies.FAST, SURVEY);
        fastKeeps(MadeTechnologies.FAST, EXACT);
        fastKeeps(MadeTechnologies.MEDIUM, SURVEY);
    }

    /** 1.06, 1.17 and 1.05, 1.12, 1.08 while what others add was taken whole, and what came beyond a projection handed on whole. */
    @Test
    void fastGompertzTechnologiesLoseNextToNothing() {
        fastKeeps(MadeTechnologies.FAST_GOMPERTZ, SURVEY, 1.035);
        fastKeeps(MadeTechnologies.FAST_GOMPERTZ, EXACT, 1.035);
    }
}
