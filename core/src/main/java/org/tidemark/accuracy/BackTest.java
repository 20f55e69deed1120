package org.tidemark.accuracy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.Reading;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.StartSpeed;

/**
 * Projections from each past figure on, with what all figures up to its time tell, against the figures that came: rolling
 * origins (Tashman 2000). Figures count as they were published last.
 */
public final class BackTest {
    private static final int[] MONTHS = {12, 36, 60};
    private static final int[] MONTHS_WITHIN_YEAR = {1, 3, 6, 12};
    private static final double MONTHS_A_YEAR = 12;
    /** A target is the figure nearest to its time, and at most so far from it, years. */
    private static final double AWAY_MAX = 0.25;

    private static final double AWAY_MAX_WITHIN_YEAR = 0.03;
    private static final double ROOT_PI = StrictMath.sqrt(Math.PI);

    private final Curve curve;
    private final List<Scored> scored = new ArrayList<>();

    private BackTest(Curve curve) {
        this.curve = curve;
    }

    /** All projections whose target is among the figures, in the order of sets, curves and time. */
    public static List<Scored> of(List<Curve> curves) {
        SortedMap<String, List<Curve>> bySet = new TreeMap<>();
        curves.forEach(
                c -> bySet.computeIfAbsent(c.set(), s -> new ArrayList<>()).add(c));
        List<Scored> all = new ArrayList<>();
        bySet.values().forEach(its -> its.forEach(one -> all.addAll(new BackTest(one).run())));
        return all;
    }

    private List<Scored> run() {
        BankState own = FilterBank.begin(
                curve.reading(0), StartSpeed.atLevel(curve.reading(0).share()));
        BankState before = FilterBank.begin(curve.reading(0), StartSpeed.STATED);
        for (int at = 1; at < curve.figures().size(); at++) {
            own = FilterBank.update(own, curve.reading(at));
            before = FilterBank.update(before, curve.reading(at));
            if (at + 1 >= BankModel.EARLY_MIN && curve.isOrigin(at)) {
                score(at, own, before);
            }
        }
        return scored;
    }

    private void score(int at, BankState own, BankState before) {
        double error = curve.reading(at).standardError();
        for (int months : curve.isWithinYear() ? MONTHS_WITHIN_YEAR : MONTHS) {
            double years = months / MONTHS_A_YEAR;
            OptionalInt target = target(at, years);
            boolean told = months <= MONTHS_A_YEAR || at + 1 >= BankModel.OBSERVATIONS_MIN;
            if (target.isPresent() && told) {
                Map<Forecaster, Banded> bands = new EnumMap<>(Forecaster.class);
                bands.put(Forecaster.OWN, PenetrationReport.figure(FilterBank.predict(own, years), error));
                bands.put(Forecaster.BEFORE, PenetrationReport.figure(FilterBank.predict(before, years), error));
                scored.add(scored(at, months, curve.reading(target.getAsInt()).share(), bands));
            }
        }
    }

    private OptionalInt target(int at, double years) {
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

    private Scored scored(int at, int months, double came, Map<Forecaster, Banded> bands) {
        double years = months / MONTHS_A_YEAR;
        List<Reading> past = curve.figures().subList(0, at + 1);
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
