package org.tidemark.measure;

import java.util.List;
import java.util.Set;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.Prior;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.series.Period;

/**
 * Growth of one series: drift of its logarithm as a random walk with moving-average noise (Farmer and Lafond 2016), a
 * trend through quotes, Wright's learning rate, a break of the drift, or the year in which a level is reached.
 */
final class RateKind implements Kind {
    private static final Set<String> TOLD = Set.of("growth", "trend", "learning", "break", "crossing");
    private static final Set<String> SETTINGS = Set.of("tell", "theta", "split", "level");
    private static final int CHANGES_LEAST = 5;
    private static final double PERCENT = 100;
    /** Mean over 53 technologies (Farmer and Lafond 2016). */
    private static final double THETA = 0.63;
    /** So many changes of the series itself count as much as those of other technologies. */
    private static final double PRIOR_CHANGES = 20;

    private static final double YEARS_MOST = 60;
    private static final double BAND_YEARS_MOST = 15;

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        settings.requireKnown(SETTINGS);
        settings.requireParts(1, 2);
        String told = settings.word("tell", "growth", TOLD);
        double theta = settings.number("theta", THETA);
        if (!(theta > -1 && theta < 1)) {
            throw settings.wrong("settings: theta", theta + " is not between -1 and 1", "write one such as 0.63");
        }
        if (told.equals("crossing") && !recipe.priors().containsKey("level") && !settings.has("level")) {
            throw settings.wrong("settings: level", "missing", "write the level, or a prior 'level' with its citation");
        }
        if (told.equals("break") && !settings.has("split")) {
            throw settings.wrong("settings: split", "missing", "write the year that the last window begins in");
        }
        if (told.equals("learning") && recipe.parts().size() != 2) {
            throw settings.wrong("indicators", "no volume", "name a second part: cumulative volume");
        }
    }

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        return parts -> of(recipe, settings, parts);
    }

    private static Outcome of(MeasureRecipe recipe, Settings settings, Parts parts) {
        String told = settings.word("tell", "growth", TOLD);
        List<Point> logs = Logarithms.ofRatio(recipe, parts, !told.equals("learning"));
        if (told.equals("trend")) {
            return trend(Logarithms.pooled(parts.part(0)));
        }
        if (logs.size() <= CHANGES_LEAST) {
            return Outcome.withheld(
                    "%d changes of a value above 0; at least %d are needed",
                    Math.max(0, logs.size() - 1), CHANGES_LEAST);
        }
        double theta = settings.has("theta") ? settings.number("theta", THETA) : theta(logs);
        return switch (told) {
            case "learning" -> learning(logs, parts);
            case "break" -> broken(logs, settings.number("split", 0), theta);
            case "crossing" -> crossing(recipe, settings, logs, theta);
            default -> growth(logs, theta);
        };
    }

    /** As much as the series itself says of its first autocorrelation, shrunk to that of other technologies. */
    private static double theta(List<Point> logs) {
        int m = logs.size() - 1;
        double step = (logs.get(m).time() - logs.get(0).time()) / m;
        double drift = (logs.get(m).value() - logs.get(0).value()) / m;
        double squares = 0;
        double products = 0;
        double before = 0;
        for (int i = 0; i < m; i++) {
            double dt = logs.get(i + 1).time() - logs.get(i).time();
            double left = logs.get(i + 1).value() - logs.get(i).value() - drift * dt / step;
            products += left * before;
            squares += left * left;
            before = left;
        }
        double own = squares == 0 ? 0 : products / squares;
        double prior = THETA / (1 + THETA * THETA);
        double r = Math.max(-0.49, Math.min(0.49, (m * own + PRIOR_CHANGES * prior) / (m + PRIOR_CHANGES)));
        return Math.abs(r) < 1e-9 ? 0 : (1 - Math.sqrt(1 - 4 * r * r)) / (2 * r);
    }

    /** What the drift of a series is, and how sure. */
    private record Drift(double perYear, double error, double innovation, int changes, double step) {
        int degrees() {
            return changes - 1;
        }

        static Drift of(List<Point> logs, double theta) {
            int m = logs.size() - 1;
            double span = logs.get(m).time() - logs.get(0).time();
            double drift = (logs.get(m).value() - logs.get(0).value()) / span;
            double[] left = new double[m];
            double step = span / m;
            for (int i = 0; i < m; i++) {
                double dt = logs.get(i + 1).time() - logs.get(i).time();
                left[i] = (logs.get(i + 1).value() - logs.get(i).value() - drift * dt) / Math.sqrt(dt / step);
            }
            double squares = 0;
            for (double e : left) {
                squares += e * e;
            }
            double innovation = squares / (m - 1) / (1 + theta * theta);
            double error = Math.sqrt(innovation * (1 + 2 * (m - 1) * theta / m + theta * theta) / m) / step;
            return new Drift(drift, error, innovation, m, step);
        }

        /** Variance of the forecast so many years ahead: s^2 (-2 theta + (1 + 2 (m-1) theta / m + theta^2)(tau + tau^2/m)). */
        double ahead(double years, double theta) {
            double tau = years / step;
            double a = -2 * theta
                    + (1 + 2 * (changes - 1) * theta / changes + theta * theta) * (tau + tau * tau / changes);
            return innovation * Math.max(a, 1e-12);
        }
    }

    private static double percent(double drift) {
        return PERCENT * StrictMath.expm1(drift);
    }

    private static Outcome growth(List<Point> logs, double theta) {
        Drift d = Drift.of(logs, theta);
        Banded band = Bands.map(Bands.student(d.perYear(), d.error(), d.degrees()), RateKind::percent);
        return new Outcome.Told()
                .add("drift", d.perYear(), d.error(), "log_per_year", "mean change of the logarithm in a year")
                .add("changes", d.changes(), "changes", "that it rests on")
                .add(
                        "halving_years",
                        d.perYear() == 0 ? Double.NaN : StrictMath.log(0.5) / d.perYear(),
                        "years",
                        "to half; below 0: to double, with its sign")
                .assumed(
                        "theta",
                        theta,
                        "correlation",
                        "moving-average noise: the series' own, shrunk to 0.63 of 53 technologies, Farmer and Lafond (2016)")
                .outcome(band, Bands.below(d.perYear(), d.error(), d.degrees(), 0), newest(logs));
    }

    private static Period newest(List<Point> logs) {
        return logs.get(logs.size() - 1).period();
    }

    /** A line through all quotes of all sellers: what is no series but a scatter. */
    private static Outcome trend(List<Point> quotes) {
        double[] x = quotes.stream().mapToDouble(Point::time).toArray();
        double[] y = quotes.stream().mapToDouble(Point::value).toArray();
        if (x.length <= CHANGES_LEAST || !Least.isVaried(x)) {
            return Outcome.withheld(
                    "%d quotes; at least %d at different times are needed", x.length, CHANGES_LEAST + 1);
        }
        Least line = Least.squares(x, y);
        double negative = Bands.below(line.slope(), line.error(), line.degrees(), 0);
        Banded band = Bands.map(Bands.student(line.slope(), line.error(), line.degrees()), RateKind::percent);
        boolean seen = band.upper95() < 0 || band.lower95() > 0;
        return new Outcome.Told()
                .add("slope", line.slope(), line.error(), "log_per_year", "of the logarithm on time, least squares")
                .add("quotes", x.length, "figures", "that it rests on")
                .add(
                        "told",
                        seen ? 1 : 0,
                        "flag",
                        seen ? "the 95 % band excludes 0" : "no change can be told: the 95 % band holds 0")
                .outcome(band, negative, newest(quotes));
    }

    /** Wright (1936): ln c = a - b ln V; a doubling of the volume takes 1 - 2^-b off. */
    private static Outcome learning(List<Point> logs, Parts parts) {
        var volume = new java.util.TreeMap<Period, Point>(Period.BY_TIME);
        parts.part(1).points().forEach(p -> volume.put(p.period(), p));
        List<Point> both = logs.stream().filter(p -> amount(volume, p) > 0).toList();
        double[] x = both.stream()
                .mapToDouble(p -> StrictMath.log(amount(volume, p)))
                .toArray();
        double[] y = both.stream().mapToDouble(Point::value).toArray();
        if (x.length <= CHANGES_LEAST || !Least.isVaried(x)) {
            return Outcome.withheld(
                    "%d periods with a cost and a volume; at least %d are needed", x.length, CHANGES_LEAST + 1);
        }
        Least line = Least.squares(x, y);
        Banded band = Bands.map(
                Bands.student(-line.slope(), line.error(), line.degrees()),
                b -> PERCENT * -StrictMath.expm1(-b * StrictMath.log(2)));
        return new Outcome.Told()
                .add("exponent", -line.slope(), line.error(), "exponent", "b of Wright's law")
                .add("periods", x.length, "periods", "with both")
                .outcome(band, Bands.below(-line.slope(), line.error(), line.degrees(), 0), newest(both));
    }

    private static double amount(java.util.Map<Period, Point> volume, Point p) {
        Point found = volume.get(p.period());
        return found == null ? 0 : found.value();
    }

    /** How probable it is that the drift since a year is below that before it. */
    private static Outcome broken(List<Point> logs, double split, double theta) {
        List<Point> before = logs.stream().filter(p -> p.time() < split).toList();
        List<Point> after = logs.stream().filter(p -> p.time() >= split).toList();
        if (before.size() <= CHANGES_LEAST || after.size() <= CHANGES_LEAST) {
            return Outcome.withheld(
                    "%d figures before %s and %d after; more than %d of each are needed",
                    before.size(), split, after.size(), CHANGES_LEAST);
        }
        Drift was = Drift.of(before, theta);
        Drift is = Drift.of(after, theta);
        double change = percent(is.perYear()) - percent(was.perYear());
        double error = PERCENT * StrictMath.hypot(was.error(), is.error());
        return new Outcome.Told()
                .add("before", percent(was.perYear()), PERCENT * was.error(), "percent_per_year", "before " + split)
                .add("after", percent(is.perYear()), PERCENT * is.error(), "percent_per_year", "since " + split)
                .add("p_slower", Bands.below(change, error, 0), "probability", "P(growth since is below that before)")
                .outcome(Bands.normal(change, error), Bands.below(change, error, 0), newest(logs));
    }

    /** The year in which a level is reached, as the first passage of the drift. */
    private static Outcome crossing(MeasureRecipe recipe, Settings settings, List<Point> logs, double theta) {
        Prior prior = recipe.priors().get("level");
        double level = StrictMath.log(prior == null ? settings.number("level", 1) : prior.mean());
        Drift d = Drift.of(logs, theta);
        Point last = logs.get(logs.size() - 1);
        double[] years = {0.025, 0.1, 0.5, 0.9, 0.975};
        for (int i = 0; i < years.length; i++) {
            years[i] = passage(d, theta, level - last.value(), years[i]);
        }
        if (!(years[3] - years[1] < BAND_YEARS_MOST) || Double.isNaN(years[4])) {
            return Outcome.withheld(
                    "the 80 %% band of the year is wider than %s years, or has no end within %s: no date can be told (drift %s a year)",
                    BAND_YEARS_MOST, YEARS_MOST, d.perYear());
        }
        double now = last.time();
        Banded band = new Banded(now + years[2], now + years[1], now + years[3], now + years[0], now + years[4]);
        return new Outcome.Told()
                .add("drift", d.perYear(), d.error(), "log_per_year", "mean change of the logarithm in a year")
                .add("years_left", years[2], "years", "until the level is passed with probability one half")
                .assumed(
                        "level",
                        prior == null ? settings.number("level", 1) : prior.mean(),
                        prior == null ? "of_part" : prior.unit(),
                        prior == null ? "the recipe" : prior.citation())
                .outcome(band, null, last.period());
    }

    /** The first of so many years ahead by which the level is passed with that probability; NaN where there is none. */
    private static double passage(Drift d, double theta, double away, double probability) {
        boolean up = away > 0;
        double highest = 0;
        for (double t = 0.05; t <= YEARS_MOST; t += 0.05) {
            double beyond = (d.perYear() * t - away) / Math.sqrt(d.ahead(t, theta));
            highest = Math.max(highest, StandardNormal.cdf(up ? beyond : -beyond));
            if (highest >= probability) {
                return t;
            }
        }
        return Double.NaN;
    }
}
