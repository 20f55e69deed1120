package org.tidemark.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How the projections of one set came true at one horizon.
 *
 * @param set concept, or its parts
 * @param months ahead
 * @param projections how many have matured
 * @param members economies, or parts of one
 * @param errors by forecaster: median over the members of their mean absolute errors, points
 * @param crps by forecaster: the same of the continuous ranked probability score, points
 * @param bias mean of forecast less figure of {@code penetration.projected}, points
 * @param ratio error of {@code penetration.projected} over that of the last value
 * @param ratioLow its 90 % interval by resampling members, lower end
 * @param ratioHigh the upper end
 * @param inside80 share of figures in the 80 % band
 * @param inside95 share of figures in the 95 % band
 */
public record SetScore(
        String set,
        int months,
        int projections,
        int members,
        Map<Forecaster, Double> errors,
        Map<Forecaster, Double> crps,
        double bias,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double inside80,
        double inside95) {
    private static final double POINTS = 100;
    private static final int RESAMPLES = 1000;
    private static final long SEED = 19;
    private static final double TAIL = 0.05;

    public SetScore {
        errors = Map.copyOf(errors);
        crps = Map.copyOf(crps);
    }

    /** What {@link #errors} says of one. */
    public double error(Forecaster who) {
        return of(errors, who);
    }

    /** What {@link #crps} says of one. */
    public double crps(Forecaster who) {
        return of(crps, who);
    }

    /** One for each set and horizon, in that order. */
    public static List<SetScore> of(List<Scored> scored) {
        SortedMap<String, SortedMap<Integer, List<Scored>>> groups = new TreeMap<>();
        scored.forEach(one -> groups.computeIfAbsent(one.set(), s -> new TreeMap<>())
                .computeIfAbsent(one.months(), m -> new ArrayList<>())
                .add(one));
        List<SetScore> scores = new ArrayList<>();
        groups.values().forEach(byMonths -> byMonths.values().forEach(its -> scores.add(one(its))));
        return scores;
    }

    private static SetScore one(List<Scored> its) {
        SortedMap<String, List<Scored>> byMember = new TreeMap<>();
        its.forEach(one ->
                byMember.computeIfAbsent(one.member(), m -> new ArrayList<>()).add(one));
        List<List<Scored>> members = List.copyOf(byMember.values());
        Map<Forecaster, Double> errors = new EnumMap<>(Forecaster.class);
        Map<Forecaster, Double> crps = new EnumMap<>(Forecaster.class);
        for (Forecaster who : Forecaster.values()) {
            errors.put(who, POINTS * median(means(members, s -> Math.abs(of(s.errors(), who)))));
            crps.put(who, POINTS * median(means(members, s -> of(s.crps(), who))));
        }
        double[] own = means(members, s -> Math.abs(of(s.errors(), Forecaster.SCORED)));
        double[] last = means(members, s -> Math.abs(of(s.errors(), Forecaster.LAST_VALUE)));
        double[] ratios = resampled(own, last);
        return new SetScore(
                its.get(0).set(),
                its.get(0).months(),
                its.size(),
                members.size(),
                errors,
                crps,
                POINTS * mean(its, s -> of(s.errors(), Forecaster.SCORED)),
                median(own) / median(last),
                ratios[(int) (TAIL * RESAMPLES)],
                ratios[(int) ((1 - TAIL) * RESAMPLES)],
                mean(its, s -> s.inside80() ? 1 : 0),
                mean(its, s -> s.inside95() ? 1 : 0));
    }

    private static double of(Map<Forecaster, Double> numbers, Forecaster who) {
        return numbers.getOrDefault(who, Double.NaN);
    }

    private static double[] means(List<List<Scored>> members, ToDoubleFunction<Scored> of) {
        return members.stream().mapToDouble(its -> mean(its, of)).toArray();
    }

    private static double mean(List<Scored> its, ToDoubleFunction<Scored> of) {
        return its.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Rising; the seed is fixed, so that a table is the same each time. */
    private static double[] resampled(double[] own, double[] last) {
        Draws draws = new Draws(SEED);
        double[] ratios = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double[] ours = new double[own.length];
            double[] theirs = new double[own.length];
            for (int j = 0; j < own.length; j++) {
                int drawn = draws.below(own.length);
                ours[j] = own[drawn];
                theirs[j] = last[drawn];
            }
            ratios[i] = median(ours) / median(theirs);
        }
        Arrays.sort(ratios);
        return ratios;
    }
}
