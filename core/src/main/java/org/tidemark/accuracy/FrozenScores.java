package org.tidemark.accuracy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.series.Period;

/**
 * Scores of one cell that no later word moves: a projection counts as it was made, from the figures as they were known when
 * its newest one appeared, and its target as it was said first. What came at one instant has no projection before it.
 */
public final class FrozenScores {
    private static final int[] MONTHS = {1, 3, 6, 12, 36, 60};
    private static final double MONTHS_A_YEAR = 12;
    private static final double POINTS = 100;
    /** Part of the horizon that a target may be away from it, and the most, years. */
    private static final double AWAY_PART = 0.25;

    private static final double AWAY_MAX = 0.25;
    private static final double INSIDE_80 = 0.8;

    private final List<Made> waiting = new ArrayList<>();
    private final Map<Period, Instant> first = new HashMap<>();
    private final SortedMap<Integer, Sum> sums = new TreeMap<>();
    private double newest = Double.NEGATIVE_INFINITY;

    private FrozenScores() {}

    /** A projection that waits for its figure. */
    private record Made(double from, int months, Banded band, double last) {
        private double target() {
            return from + months / MONTHS_A_YEAR;
        }

        private double away(double time) {
            return Math.abs(target() - time);
        }

        private boolean isOf(double time) {
            return away(time) <= Math.min(AWAY_MAX, AWAY_PART * months / MONTHS_A_YEAR);
        }
    }

    /**
     * One for each horizon at which a figure has come.
     *
     * @param known one for each instant at which something became known, in that order
     */
    public static List<HorizonScore> of(List<KnownFigures> known) {
        FrozenScores scores = new FrozenScores();
        known.forEach(scores::take);
        List<HorizonScore> told = new ArrayList<>();
        scores.sums.forEach((months, sum) -> told.add(sum.told(months)));
        return told;
    }

    private void take(KnownFigures known) {
        for (KnownFigures.Figure figure : known.figures()) {
            if (first.putIfAbsent(figure.period(), known.at()) == null) {
                came(figure.reading());
            }
        }
        if (!known.figures().isEmpty()) {
            make(known.figures());
        }
    }

    /** Of each horizon the projection counts whose time is nearest; each counts once. */
    private void came(Measurement figure) {
        for (int months : MONTHS) {
            Made best = null;
            for (Made made : waiting) {
                boolean fits = made.months() == months && made.isOf(figure.time());
                if (fits && (best == null || made.away(figure.time()) < best.away(figure.time()))) {
                    best = made;
                }
            }
            if (best != null) {
                waiting.remove(best);
                sums.computeIfAbsent(months, m -> new Sum()).add(best, figure.share());
            }
        }
    }

    private void make(List<KnownFigures.Figure> figures) {
        Measurement last = figures.get(figures.size() - 1).reading();
        if (last.time() <= newest) {
            return;
        }
        newest = last.time();
        if (figures.size() < BankModel.EARLY_MIN) {
            return;
        }
        BankState state = FilterBank.begin(figures.get(0).reading());
        for (KnownFigures.Figure figure : figures.subList(1, figures.size())) {
            state = FilterBank.update(state, figure.reading());
        }
        for (int months : MONTHS) {
            if (months <= MONTHS_A_YEAR || figures.size() >= BankModel.OBSERVATIONS_MIN) {
                Banded band = PenetrationReport.figure(
                        FilterBank.predict(state, months / MONTHS_A_YEAR), last.standardError());
                waiting.add(new Made(last.time(), months, band, last.share()));
            }
        }
    }

    private static final class Sum {
        private int matured;
        private double from = Double.POSITIVE_INFINITY;
        private double to = Double.NEGATIVE_INFINITY;
        private double error;
        private double lastError;
        private double crps;
        private double bias;
        private int inside80;
        private int inside95;

        private void add(Made made, double came) {
            Banded band = made.band();
            matured++;
            from = Math.min(from, made.from());
            to = Math.max(to, made.from());
            error += Math.abs(band.value() - came);
            lastError += Math.abs(made.last() - came);
            crps += BackTest.crps(band, came);
            bias += band.value() - came;
            inside80 += came >= band.lower80() && came <= band.upper80() ? 1 : 0;
            inside95 += came >= band.lower95() && came <= band.upper95() ? 1 : 0;
        }

        private HorizonScore told(int months) {
            double years = months / MONTHS_A_YEAR;
            int independent = Math.min(matured, 1 + (int) Math.floor((to - from) / years + AWAY_PART));
            return new HorizonScore(
                    months,
                    matured,
                    independent,
                    POINTS * error / matured,
                    POINTS * lastError / matured,
                    POINTS * crps / matured,
                    POINTS * bias / matured,
                    inside80 / (double) matured,
                    inside95 / (double) matured,
                    BandRange.of(independent, INSIDE_80));
        }
    }
}
