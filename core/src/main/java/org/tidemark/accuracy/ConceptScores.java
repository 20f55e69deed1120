package org.tidemark.accuracy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Adds up the projections of a concept whose figures have come, of one measure and one horizon. */
public final class ConceptScores {
    private static final double POINTS = 100;
    private static final double INSIDE_80 = 0.8;
    private static final double HALF_LIFE_YEARS = 3;
    private static final int BARS = 10;
    private static final double BAR_SDS = 1.6448536269514722;
    private static final int RESAMPLES = 200;
    private static final long SEED = 19;
    private static final double TAIL = 0.05;
    /** More publications in a row say no more than so many. */
    private static final int RELEASES_MAX = 5;

    private final List<MaturedProjection> matured;
    private final int months;
    private final double newest;

    private ConceptScores(List<MaturedProjection> matured) {
        this.matured = matured;
        this.months = matured.get(0).months();
        this.newest =
                matured.stream().mapToDouble(MaturedProjection::target).max().orElse(0);
    }

    /**
     * The score.
     *
     * @param matured at least one, all of one measure and horizon
     */
    public static ConceptScore of(List<MaturedProjection> matured) {
        return new ConceptScores(matured).told();
    }

    private ConceptScore told() {
        SortedMap<String, List<MaturedProjection>> byEconomy = new TreeMap<>();
        matured.forEach(one ->
                byEconomy.computeIfAbsent(one.economy(), e -> new ArrayList<>()).add(one));
        double[] skills = resampled(List.copyOf(byEconomy.values()));
        int effective = EffectiveCount.of(matured, months);
        double bar = BAR_SDS * StrictMath.sqrt((1.0 / BARS) * (1 - 1.0 / BARS) / effective);
        return new ConceptScore(
                score(matured, effective),
                byEconomy.size(),
                POINTS * mean(matured, one -> Math.abs(one.driftError())),
                skill(matured),
                skills[(int) (TAIL * RESAMPLES)],
                skills[(int) ((1 - TAIL) * RESAMPLES) - 1],
                faded(matured, MaturedProjection::logScore) / faded(matured, one -> 1),
                DieboldMariano.of(matured, months),
                pit(),
                Math.max(0, 1.0 / BARS - bar),
                Math.min(1, 1.0 / BARS + bar),
                narrowReleases(matured));
    }

    private static HorizonScore score(List<MaturedProjection> of, int effective) {
        return new HorizonScore(
                of.get(0).months(),
                of.size(),
                effective,
                POINTS * mean(of, one -> Math.abs(one.error())),
                POINTS * mean(of, one -> Math.abs(one.lastError())),
                POINTS * mean(of, MaturedProjection::crps),
                POINTS * mean(of, MaturedProjection::error),
                mean(of, one -> one.inside80() ? 1 : 0),
                mean(of, one -> one.inside95() ? 1 : 0),
                BandRange.of(effective, INSIDE_80));
    }

    private static double mean(List<MaturedProjection> of, ToDoubleFunction<MaturedProjection> value) {
        return of.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private double faded(List<MaturedProjection> of, ToDoubleFunction<MaturedProjection> value) {
        double sum = 0;
        for (MaturedProjection one : of) {
            sum += StrictMath.pow(0.5, (newest - one.target()) / HALF_LIFE_YEARS) * value.applyAsDouble(one);
        }
        return sum;
    }

    private double skill(List<MaturedProjection> of) {
        return 1 - faded(of, MaturedProjection::crps) / faded(of, one -> Math.abs(one.lastError()));
    }

    /** Rising; the seed is fixed, so that a score is the same each time. */
    private double[] resampled(List<List<MaturedProjection>> members) {
        double[] crps = members.stream()
                .mapToDouble(its -> faded(its, MaturedProjection::crps))
                .toArray();
        double[] last = members.stream()
                .mapToDouble(its -> faded(its, one -> Math.abs(one.lastError())))
                .toArray();
        Draws draws = new Draws(SEED);
        double[] skills = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double ours = 0;
            double theirs = 0;
            for (int j = 0; j < crps.length; j++) {
                int drawn = draws.below(crps.length);
                ours += crps[drawn];
                theirs += last[drawn];
            }
            skills[i] = 1 - ours / theirs;
        }
        Arrays.sort(skills);
        return skills;
    }

    private List<Double> pit() {
        double[] bars = new double[BARS];
        for (MaturedProjection one : matured) {
            bars[Math.min(BARS - 1, (int) (BARS * one.pit()))] += 1.0 / matured.size();
        }
        return Arrays.stream(bars).boxed().toList();
    }

    /** The newest publications in a row after each of which the 80 % band had held too few. */
    static int narrowReleases(List<MaturedProjection> matured) {
        int months = matured.get(0).months();
        NavigableSet<Instant> releases = new TreeSet<>();
        matured.forEach(one -> releases.add(one.at()));
        int narrow = 0;
        for (Instant release : releases.descendingSet()) {
            List<MaturedProjection> then =
                    matured.stream().filter(one -> !one.at().isAfter(release)).toList();
            HorizonScore score = score(then, EffectiveCount.of(then, months));
            if (narrow == RELEASES_MAX || !score.band().equals(ConceptScore.NARROW)) {
                break;
            }
            narrow++;
        }
        return narrow;
    }
}
