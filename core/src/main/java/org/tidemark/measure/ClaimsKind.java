package org.tidemark.measure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.Prior;
import org.tidemark.estimate.Banded;

/**
 * Published claims as forecasts that compete (Dawid 1984; Geweke and Amisano 2011): each prior of the recipe is a claim of
 * extra growth in points a year, beside the claim of none. Told first is how many years it takes until the figures can tell
 * two of them apart; then the weights.
 */
final class ClaimsKind implements Kind {
    /** Two standard errors and a half of the difference: 6 is 2.45 squared. */
    private static final double APART = 6;

    private static final String NONE = "none";
    private static final int LEAST = 8;

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        settings.requireKnown(Set.of("from", "between", "years"));
        settings.requireParts(1, 1);
        if (recipe.priors().isEmpty()) {
            throw settings.wrong(
                    "priors", "no claim", "write each claim as a prior: mean in points a year, sd, citation");
        }
        for (String name : List.of(settings.text("between", "").trim().split("\\s+", -1))) {
            if (!name.isEmpty() && !name.equals(NONE) && !recipe.priors().containsKey(name)) {
                throw settings.wrong("settings: between", "no claim " + name, "name two of the priors, or none");
            }
        }
        settings.number("from", 0);
    }

    private record Claim(String name, double uplift, double sd, String citation) {}

    private static double uplift(SortedMap<String, Claim> claims, String name) {
        Claim claim = claims.get(name);
        return claim == null ? 0 : claim.uplift();
    }

    private static SortedMap<String, Claim> claims(MeasureRecipe recipe) {
        SortedMap<String, Claim> claims = new TreeMap<>();
        claims.put(NONE, new Claim(NONE, 0, 0, "no effect"));
        for (Map.Entry<String, Prior> p : recipe.priors().entrySet()) {
            Double sd = p.getValue().standardDeviation();
            claims.put(
                    p.getKey(),
                    new Claim(
                            p.getKey(),
                            p.getValue().mean(),
                            sd == null ? 0 : sd,
                            p.getValue().citation()));
        }
        return claims;
    }

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        return parts -> of(recipe, settings, parts);
    }

    private static Outcome of(MeasureRecipe recipe, Settings settings, Parts parts) {
        double from = settings.number("from", 2023);
        List<Point> points = parts.part(0).points();
        double[] before = points.stream()
                .filter(p -> p.time() < from)
                .mapToDouble(Point::value)
                .toArray();
        List<Point> since = points.stream().filter(p -> p.time() >= from).toList();
        if (before.length < LEAST) {
            return Outcome.withheld(
                    "%d figures before %s to learn the scatter from; at least %d are needed",
                    before.length, from, LEAST);
        }
        double baseline = Least.mean(before);
        double variance = Least.variance(before);
        SortedMap<String, Claim> claims = claims(recipe);
        SortedMap<String, Double> weights = weights(claims, since, baseline, variance);
        String[] between = settings.text("between", NONE + " " + recipe.priors().firstKey())
                .trim()
                .split("\\s+", -1);
        double apart = uplift(claims, between[0]) - uplift(claims, between[1]);
        if (apart == 0) {
            return Outcome.withheld("claims %s and %s say the same", between[0], between[1]);
        }
        double years = APART * variance / (apart * apart);
        Outcome.Told told = new Outcome.Told()
                .add(
                        "baseline",
                        baseline,
                        Math.sqrt(variance / before.length),
                        "percentage_points_per_year",
                        "mean of " + before.length + " figures before " + from)
                .add(
                        "scatter",
                        Math.sqrt(variance),
                        "percentage_points_per_year",
                        "standard deviation of a figure about it")
                .add("figures_since", since.size(), "figures", "that the claims are judged by");
        claims.values()
                .forEach(c -> told.add(
                        "weight_" + c.name(), weights.getOrDefault(c.name(), 0.0), "probability", c.citation()));
        claims.values()
                .forEach(c -> told.add(
                        "bayes_" + c.name(),
                        StrictMath.log(Math.max(1e-300, weights.getOrDefault(c.name(), 0.0))
                                / Math.max(1e-300, weights.getOrDefault(NONE, 0.0))),
                        "nats",
                        "log Bayes factor against none"));
        horizons(told, settings);
        return told.outcome(
                years(years, before.length - 1), null, parts.evidence().newest());
    }

    /** s^2 is known to a relative sqrt(2/df); on the log scale that is nearly normal. */
    private static Banded years(double years, int degrees) {
        return Bands.map(Bands.normal(0, Math.sqrt(2.0 / degrees)), z -> years * StrictMath.exp(z));
    }

    private static SortedMap<String, Double> weights(
            SortedMap<String, Claim> claims, List<Point> since, double baseline, double variance) {
        SortedMap<String, Double> logs = new TreeMap<>();
        double most = Double.NEGATIVE_INFINITY;
        for (Claim c : claims.values()) {
            double log = 0;
            for (Point p : since) {
                double v = variance + c.sd() * c.sd() + p.variance();
                double e = p.value() - baseline - c.uplift();
                log -= (StrictMath.log(2 * Math.PI * v) + e * e / v) / 2;
            }
            logs.put(c.name(), log);
            most = Math.max(most, log);
        }
        double sum = 0;
        for (double log : logs.values()) {
            sum += StrictMath.exp(log - most);
        }
        SortedMap<String, Double> weights = new TreeMap<>();
        for (Map.Entry<String, Double> log : logs.entrySet()) {
            weights.put(log.getKey(), StrictMath.exp(log.getValue() - most) / sum);
        }
        return weights;
    }

    /** A claim of a level G by a horizon and one of u points a year agree only for one horizon: ln(1 + G) / ln(1 + u). */
    private static void horizons(Outcome.Told told, Settings settings) {
        String[] pair = settings.text("years", "").trim().split("\\s+", -1);
        if (pair.length == 2) {
            double level = Double.parseDouble(pair[0]);
            double uplift = Double.parseDouble(pair[1]);
            told.add(
                    "horizon_of_both",
                    StrictMath.log1p(level / 100) / StrictMath.log1p(uplift / 100),
                    "years",
                    pair[0] + " % in all and " + pair[1] + " points a year are one claim over this many years");
            told.add(
                    "uplift_over_ten_years",
                    100 * StrictMath.expm1(StrictMath.log1p(level / 100) / 10),
                    "percentage_points_per_year",
                    pair[0] + " % in ten years");
        }
    }
}
