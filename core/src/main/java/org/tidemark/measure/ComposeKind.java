package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.Prior;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.StandardNormal;

/**
 * One number out of others: a product of independent shares, a sum, a conjunction with its Frechet bounds, or the stage of
 * a long wave from its age and its turbulence (Perez 2002). A part without a number withholds the whole with its name. The
 * prior {@code PART_error} is the error of a part whose publisher gives none.
 */
final class ComposeKind implements Kind {
    private static final Set<String> HOW = Set.of("product", "sum", "conjunction", "stage");
    private static final double PERCENT = 100;

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        settings.requireKnown(Set.of("how", "bound"));
        String how = settings.word("how", "product", HOW);
        settings.number("bound", 0);
        if (how.equals("stage")) {
            for (String prior : List.of("start", "turbulence")) {
                if (!recipe.priors().containsKey(prior)) {
                    throw settings.wrong("priors: " + prior, "missing", "write mean, sd and citation");
                }
            }
            return;
        }
        long assumed = recipe.priors().values().stream()
                .filter(prior -> !isError(recipe, prior))
                .count();
        if (recipe.parts().size() + assumed < 2) {
            throw settings.wrong("indicators", "one part", "name two or more, or a prior");
        }
    }

    /** Whether a prior says how far the figure of a part may be off, and is no factor. */
    private static boolean isError(MeasureRecipe recipe, Prior prior) {
        return recipe.parts().stream()
                .anyMatch(part -> part.estimate() == null && Factor.error(part).equals(prior.name()));
    }

    @Override
    public boolean comparesUnits(MeasureRecipe recipe) {
        return recipe.settings().getOrDefault("how", "product").equals("sum");
    }

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        return parts -> of(recipe, settings, parts);
    }

    private static Outcome of(MeasureRecipe recipe, Settings settings, Parts parts) {
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < parts.all().size(); i++) {
            MeasurePart part = recipe.parts().get(i);
            Factor factor = Factor.of(part, parts.part(i), recipe.priors().get(Factor.error(part)));
            if (factor == null) {
                return Outcome.withheld("part %s: %s has no such number", part.name(), part.reads());
            }
            factors.add(factor);
        }
        String how = settings.word("how", "product", HOW);
        if (how.equals("stage")) {
            return stage(recipe, parts, factors);
        }
        for (Prior prior : recipe.priors().values()) {
            if (!isError(recipe, prior)) {
                factors.add(
                        new Factor(prior.name(), prior.mean(), Factor.sd(prior), prior.unit(), prior.citation(), true));
            }
        }
        return switch (how) {
            case "sum" -> sum(factors);
            case "conjunction" -> conjunction(factors);
            default -> product(recipe, factors);
        };
    }

    private static Outcome.Told told(List<Factor> factors) {
        Outcome.Told told = new Outcome.Told();
        for (Factor f : factors) {
            if (f.assumed()) {
                told.assumed(f.name(), f.mean(), f.unit(), f.source());
            } else {
                told.add(f.name(), f.mean(), f.sd(), f.unit(), f.source());
            }
        }
        return told;
    }

    /** Percentages count as shares of 1; a log-normal band with the exact mean and variance of the product. */
    private static Outcome product(MeasureRecipe recipe, List<Factor> factors) {
        double mean = 1;
        double second = 1;
        for (Factor f : factors) {
            double scale =
                    f.unit().equals("percent") || (f.unit().equals("of_part") && isPercent(recipe)) ? 1 / PERCENT : 1;
            double m = f.mean() * scale;
            double s = f.sd() * scale;
            mean *= m;
            second *= m * m + s * s;
        }
        double whole = recipe.unit().equals("percent") ? PERCENT : 1;
        double variance = Math.max(0, second - mean * mean);
        Outcome.Told told = told(factors)
                .add("sd", whole * Math.sqrt(variance), recipe.unit(), "of the product, its factors independent");
        if (!(mean > 0)) {
            return told.outcome(Bands.normal(whole * mean, whole * Math.sqrt(variance)), null, null);
        }
        double log = StrictMath.log1p(variance / (mean * mean));
        Banded band =
                Bands.map(Bands.normal(StrictMath.log(mean) - log / 2, Math.sqrt(log)), x -> whole * StrictMath.exp(x));
        return told.outcome(band, null, null);
    }

    private static boolean isPercent(MeasureRecipe recipe) {
        return recipe.unit().equals("percent");
    }

    private static Outcome sum(List<Factor> factors) {
        double mean = 0;
        double variance = 0;
        for (Factor f : factors) {
            mean += f.mean();
            variance += f.sd() * f.sd();
        }
        double sd = Math.sqrt(variance);
        return told(factors).outcome(Bands.normal(mean, sd), Bands.below(mean, sd, 0), null);
    }

    /** P(all) lies between max(0, sum - (n - 1)) and the least of them; in between stands the product of independent ones. */
    private static Outcome conjunction(List<Factor> factors) {
        double sum = 0;
        double least = 1;
        double product = 1;
        for (Factor f : factors) {
            double p = f.unit().equals("percent") ? f.mean() / PERCENT : f.mean();
            if (!(p >= 0 && p <= 1)) {
                return Outcome.withheld("part %s: %s is no probability; give it a bound, such as >0", f.name(), p);
            }
            sum += p;
            least = Math.min(least, p);
            product *= p;
        }
        double lowest = Math.max(0, sum - (factors.size() - 1));
        return told(factors)
                .add("frechet_lower", lowest, "probability", "whatever the parts have to do with one another")
                .add("frechet_upper", least, "probability", "whatever the parts have to do with one another")
                .outcome(new Banded(product, lowest, least, lowest, least), null, null);
    }

    /** P(still in installation): U(20, 30) years from an uncertain start, times what the turbulence says. */
    private static Outcome stage(MeasureRecipe recipe, Parts parts, List<Factor> factors) {
        Prior start = Objects.requireNonNull(recipe.priors().get("start"));
        Prior calm = Objects.requireNonNull(recipe.priors().get("turbulence"));
        double now = Objects.requireNonNull(parts.evidence().newest()).midYear();
        double prior = 0;
        int nodes = 200;
        for (int i = 0; i < nodes; i++) {
            double z = quantile((i + 0.5) / nodes);
            double age = now - start.mean() - z * Factor.sd(start);
            prior += Math.max(0, Math.min(1, (30 - age) / 10)) / nodes;
        }
        Factor turbulence = factors.get(0);
        double spread = StrictMath.hypot(turbulence.sd(), Factor.sd(calm));
        double likely = Math.max(1e-6, Math.min(1 - 1e-6, 1 - Bands.below(turbulence.mean(), spread, calm.mean())));
        double installation = prior * likely / (prior * likely + (1 - prior) * (1 - likely));
        return told(factors)
                .add("age", now - start.mean(), Factor.sd(start), "years", "since " + start.mean())
                .add("prior_installation", prior, "probability", "by the age alone")
                .add("p_turbulent", likely, "probability", "that the turbulence is above that of a settled market")
                .add("years_left", Math.max(0, 25 - (now - start.mean())), "years", "to the middle of U(20, 30)")
                .assumed("start", start.mean(), "year", start.citation())
                .assumed("settled_turbulence", calm.mean(), calm.unit(), calm.citation())
                .outcome(Bands.exact(installation), null, null);
    }

    private static double quantile(double part) {
        double low = -9;
        double high = 9;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (StandardNormal.cdf(middle) < part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
