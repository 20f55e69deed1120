package org.tidemark.accuracy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.StartSpeed;
import org.tidemark.projection.PoolFigure;
import org.tidemark.projection.ProjectionPool;

/**
 * Projections from each past figure on, with what all figures up to its time tell, against the figures that came: rolling
 * origins (Tashman 2000). Figures count as they were published last, and what others tell up to the time of the origin.
 */
public final class BackTest {
    private static final int[] MONTHS = {12, 36, 60};
    private static final int[] MONTHS_WITHIN_YEAR = {1, 3, 6, 12};
    private static final double MONTHS_A_YEAR = 12;
    /** A target is the figure nearest to its time, and at most so far from it, years. */
    private static final double AWAY_MAX = 0.25;

    private static final double AWAY_MAX_WITHIN_YEAR = 0.03;
    private static final double ROOT_PI = StrictMath.sqrt(Math.PI);

    private final Predicate<String> aggregate;
    private final List<Scored> scored = new ArrayList<>();

    private BackTest(Predicate<String> aggregate) {
        this.aggregate = aggregate;
    }

    /**
     * All projections whose target is among the figures, in the order of sets, time and curves.
     *
     * @param aggregate whether an economy is one of economies
     */
    public static List<Scored> of(List<Curve> curves, Predicate<String> aggregate) {
        BackTest test = new BackTest(aggregate);
        SortedMap<String, List<Curve>> bySet = new TreeMap<>();
        curves.forEach(
                c -> bySet.computeIfAbsent(c.set(), s -> new ArrayList<>()).add(c));
        bySet.values().forEach(test::set);
        return List.copyOf(test.scored);
    }

    /** A curve as far as it has come. */
    private static final class Walk {
        private final Curve curve;
        private BankState own;
        private BankState before;
        private int at;

        private Walk(Curve curve) {
            this.curve = curve;
            Measurement first = curve.reading(0);
            this.own = FilterBank.begin(first, StartSpeed.atLevel(first.share()));
            this.before = FilterBank.begin(first, StartSpeed.STATED);
        }

        private double next() {
            return at + 1 < curve.figures().size() ? curve.reading(at + 1).time() : Double.POSITIVE_INFINITY;
        }

        private void step() {
            at++;
            own = FilterBank.update(own, curve.reading(at));
            before = FilterBank.update(before, curve.reading(at));
        }

        private boolean isOrigin() {
            return at + 1 >= BankModel.EARLY_MIN && curve.isOrigin(at);
        }

        private PoolFigure figure() {
            return curve.figures().get(at);
        }
    }

    /** All curves of a set figure by figure in the order of time: what others tell counts up to the time of an origin. */
    private void set(List<Curve> curves) {
        ProjectionPool pool =
                new ProjectionPool(curves.get(0).sector(), curves.get(0).concept(), aggregate);
        List<Walk> walks = curves.stream().map(Walk::new).toList();
        SortedMap<Double, List<Walk>> firsts = new TreeMap<>();
        walks.forEach(walk -> firsts.computeIfAbsent(walk.curve.reading(0).time(), t -> new ArrayList<>())
                .add(walk));
        double time = firsts.firstKey();
        while (time < Double.POSITIVE_INFINITY) {
            List<Walk> now = new ArrayList<>(firsts.getOrDefault(time, List.of()));
            for (Walk walk : walks) {
                if (walk.next() == time) {
                    walk.step();
                    now.add(walk);
                }
            }
            now.forEach(walk -> take(pool, walk));
            now.stream().filter(Walk::isOrigin).forEach(walk -> score(walk, pool));
            double passed = time;
            time = Math.min(
                    walks.stream()
                            .filter(walk -> walk.curve.reading(0).time() <= passed)
                            .mapToDouble(Walk::next)
                            .min()
                            .orElse(Double.POSITIVE_INFINITY),
                    firsts.keySet().stream().filter(t -> t > passed).findFirst().orElse(Double.POSITIVE_INFINITY));
        }
    }

    /** Parts of an economy are projected by themselves, as the flow does. */
    private static void take(ProjectionPool pool, Walk walk) {
        if (walk.curve.isPooled()) {
            pool.take(walk.curve.economy(), List.of(walk.figure()), List.of(), "share");
        }
    }

    private void score(Walk walk, ProjectionPool pool) {
        Curve curve = walk.curve;
        double error = curve.reading(walk.at).standardError();
        for (int months : curve.isWithinYear() ? MONTHS_WITHIN_YEAR : MONTHS) {
            double years = months / MONTHS_A_YEAR;
            OptionalInt target = target(curve, walk.at, years);
            boolean told = months <= MONTHS_A_YEAR || walk.at + 1 >= BankModel.OBSERVATIONS_MIN;
            if (target.isPresent() && told) {
                Banded own = PenetrationReport.figure(FilterBank.predict(walk.own, years), error);
                boolean leans = curve.isPooled() && months >= MONTHS_A_YEAR;
                Map<Forecaster, Banded> bands = new EnumMap<>(Forecaster.class);
                bands.put(
                        Forecaster.PROJECTED,
                        leans ? pool.ahead(curve.economy(), years).orElse(own) : own);
                bands.put(Forecaster.OWN, own);
                bands.put(Forecaster.BEFORE, PenetrationReport.figure(FilterBank.predict(walk.before, years), error));
                scored.add(scored(
                        curve, walk.at, months, curve.reading(target.getAsInt()).share(), bands));
            }
        }
    }

    private static OptionalInt target(Curve curve, int at, double years) {
        double time = curve.reading(at).time() + years;
        double nearest = curve.isWithinYear() ? AWAY_MAX_WITHIN_YEAR : AWAY_MAX;
        OptionalInt found = OptionalInt.empty();
        for (int i = at + 1; i < curve.figures().size(); i++) {
            double away = Math.abs(curve.reading(i).time() - time);
            if (away < nearest) {
                nearest = away;
                found = OptionalInt.of(i);
            }
        }
        return found;
    }

    private static Scored scored(Curve curve, int at, int months, double came, Map<Forecaster, Banded> bands) {
        double years = months / MONTHS_A_YEAR;
        List<Measurement> past = curve.readings(at + 1);
        Map<Forecaster, Double> errors = new EnumMap<>(Forecaster.class);
        errors.put(Forecaster.LAST_VALUE, NaiveForecasts.last(past) - came);
        errors.put(Forecaster.DRIFT, NaiveForecasts.drift(past, years) - came);
        errors.put(Forecaster.DAMPED, NaiveForecasts.damped(past, years) - came);
        Map<Forecaster, Double> crps = new EnumMap<>(Forecaster.class);
        errors.forEach((who, error) -> crps.put(who, Math.abs(error)));
        bands.forEach((who, band) -> {
            errors.put(who, band.value() - came);
            crps.put(who, crps(band, came));
        });
        Banded band = Objects.requireNonNull(bands.get(Forecaster.SCORED));
        return new Scored(
                curve.set(),
                months,
                curve.member(),
                errors,
                crps,
                came >= band.lower80() && came <= band.upper80(),
                came >= band.lower95() && came <= band.upper95());
    }

    /** Of a normal with the median and the width of the 80 % band (Gneiting and Raftery 2007, equation 21). */
    static double crps(Banded band, double came) {
        double sd = (band.upper80() - band.lower80()) / (2 * StandardNormal.Z90);
        if (sd <= 0) {
            return Math.abs(came - band.value());
        }
        double z = (came - band.value()) / sd;
        double density = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI);
        return sd * (z * (2 * StandardNormal.cdf(z) - 1) + 2 * density - 1 / ROOT_PI);
    }
}
