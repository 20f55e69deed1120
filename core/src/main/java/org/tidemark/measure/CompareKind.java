package org.tidemark.measure;

import java.util.Set;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.SectorGroups;
import org.tidemark.estimate.Banded;

/**
 * Two series against one another: x = f(A) - f(B), filtered as {@link LevelFilter} does (Harvey 1989), or the conjunction
 * that A is above and B at most a bound. A logarithm is told in log points, and the ratio beside it. Of two groups of
 * sectors the means are held against one another, and each sector against one of them: {@link GroupContrasts}.
 */
final class CompareKind implements Kind {
    private static final Set<String> TOLD = Set.of("difference", "ratio", "speed", "conjunction");
    private static final Set<String> SETTINGS = Set.of("tell", "bound", "other_bound");
    private static final int PERIODS_OF_A_LEVEL = 4;
    private static final int PERIODS_OF_A_SPEED = 8;
    /** A difference of logs, 0.01, is one log point. */
    static final double LOG_POINTS = 100;
    /** Standard errors from 0 at which an effect is seen with 80 % power at a two-sided 5 % (Bloom 1995). */
    static final double SMALLEST_EFFECT = 2.8;
    /** A ratio whose denominator is nearer to 0 than this many standard errors is none (Fieller 1954). */
    private static final double FIELLER = 3;

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        if (recipe.groups() != null) {
            GroupContrasts.check(recipe, recipe.groups(), settings);
            return;
        }
        settings.requireKnown(SETTINGS);
        settings.requireParts(2, 2);
        String told = settings.word("tell", "difference", TOLD);
        settings.number("bound", 0);
        settings.number("other_bound", 0);
        if (told.equals("ratio")
                && !isLog(recipe)
                && recipe.parts().get(0).function() != recipe.parts().get(1).function()) {
            throw settings.wrong("settings: tell", "a ratio of two functions", "take the same function of both");
        }
    }

    @Override
    public boolean comparesUnits(MeasureRecipe recipe) {
        String told = recipe.settings().getOrDefault("tell", "difference");
        return recipe.groups() != null || told.equals("difference") || told.equals("speed");
    }

    @Override
    public Method method(MeasureRecipe recipe, boolean unadjusted) {
        SectorGroups groups = recipe.groups();
        return groups == null ? Kind.super.method(recipe, unadjusted) : new GroupContrasts(recipe, groups, unadjusted);
    }

    static boolean isLog(MeasureRecipe recipe) {
        return recipe.parts().stream().allMatch(p -> p.function() == MeasurePart.Function.LOG);
    }

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        boolean ratio = "ratio".equals(recipe.settings().get("tell"));
        PairCourse pairs =
                new PairCourse(recipe.gather(), isLog(recipe) && !ratio ? LOG_POINTS : 1, settings.number("bound", 0));
        return new Course() {
            @Override
            public Outcome of(Parts parts) {
                pairs.take(parts);
                return CompareKind.of(recipe, settings, pairs);
            }

            @Override
            public int size() {
                return pairs.size();
            }
        };
    }

    private static Outcome of(MeasureRecipe recipe, Settings settings, PairCourse pairs) {
        String told = settings.word("tell", "difference", TOLD);
        int least =
                told.equals("speed") ? PERIODS_OF_A_SPEED : Math.min(PERIODS_OF_A_LEVEL, Math.max(2, recipe.fewest()));
        if (pairs.size() < least) {
            return Outcome.withheld("%d periods that both parts have; at least %d are needed", pairs.size(), least);
        }
        return switch (told) {
            case "conjunction" -> conjunction(settings, pairs);
            case "ratio" -> ratio(recipe, settings, pairs);
            default -> difference(recipe, settings, pairs, told.equals("speed"));
        };
    }

    private static Outcome difference(MeasureRecipe recipe, Settings settings, PairCourse pairs, boolean speed) {
        boolean log = isLog(recipe);
        LevelFilter filter = pairs.difference();
        double level = filter.belief().level();
        Outcome.Told told = told(recipe, settings, pairs, filter);
        if (log) {
            told.add("ratio", StrictMath.exp(level / LOG_POINTS), "ratio", "first part over second");
        }
        Banded band =
                speed ? Bands.normal(filter.belief().speed(), filter.speedSd()) : Bands.normal(level, filter.sd());
        double negative =
                speed ? Bands.below(filter.belief().speed(), filter.speedSd(), 0) : Bands.below(level, filter.sd(), 0);
        return told.outcome(band, negative, pairs.newest().period());
    }

    private static Outcome.Told told(MeasureRecipe recipe, Settings settings, PairCourse pairs, LevelFilter filter) {
        double bound = settings.number("bound", 0);
        String unit = recipe.unit();
        double last = pairs.newest().value() - pairs.newestOther().value();
        Outcome.Told told = new Outcome.Told();
        told.add("last_difference", last, "difference", "of the newest figures, not filtered");
        told.add("speed", filter.belief().speed(), filter.speedSd(), unit + "_per_year", "of the filtered difference");
        told.add(
                "p_speed_negative",
                Bands.below(filter.belief().speed(), filter.speedSd(), 0),
                "probability",
                "P(speed < 0)");
        told.add(
                "p_below",
                Bands.below(filter.belief().level(), filter.sd(), bound),
                "probability",
                "P(level < " + bound + ")");
        told.add(
                "smallest_effect",
                SMALLEST_EFFECT * filter.sd(),
                unit,
                "2.8 standard errors: a smaller one would probably not be seen");
        told.add(
                "held_before",
                pairs.below(),
                "share",
                "share of the " + pairs.size() + " common periods in which the difference lay below the bound");
        return told;
    }

    /** Told as A/B where both are above 0 by far; the difference stands beside it. */
    private static Outcome ratio(MeasureRecipe recipe, Settings settings, PairCourse pairs) {
        if (isLog(recipe)) {
            LevelFilter filter = pairs.difference();
            Banded band = Bands.map(Bands.normal(filter.belief().level(), filter.sd()), StrictMath::exp);
            return told(recipe, settings, pairs, filter)
                    .outcome(band, null, pairs.newest().period());
        }
        LevelFilter a = pairs.one();
        LevelFilter b = pairs.other();
        double below = b.belief().level();
        if (!(Math.abs(below) > FIELLER * b.sd())) {
            return Outcome.withheld(
                    "part %s: %s is within three standard errors (%s) of 0: a ratio to it says nothing",
                    recipe.parts().get(1).name(), below, b.sd());
        }
        LevelFilter difference = pairs.difference();
        Banded band = fieller(a, b);
        return told(recipe, settings, pairs, difference)
                .add("difference", difference.belief().level(), difference.sd(), "difference", "filtered")
                .outcome(band, null, pairs.newest().period());
    }

    /** The interval of a ratio of two normals that are independent (Fieller 1954). */
    private static Banded fieller(LevelFilter a, LevelFilter b) {
        double r = a.belief().level() / b.belief().level();
        double[] ends80 = fieller(a, b, org.tidemark.estimate.StandardNormal.Z90);
        double[] ends95 = fieller(a, b, org.tidemark.estimate.StandardNormal.Z975);
        return new Banded(
                r, Math.min(r, ends80[0]), Math.max(r, ends80[1]), Math.min(r, ends95[0]), Math.max(r, ends95[1]));
    }

    private static double[] fieller(LevelFilter a, LevelFilter b, double z) {
        double x = a.belief().level();
        double y = b.belief().level();
        double g = z * z * b.belief().p11() / (y * y);
        double half = z
                / Math.abs(y)
                * Math.sqrt((1 - g) * a.belief().p11()
                        + x * x / (y * y) * b.belief().p11());
        double middle = x / y;
        return new double[] {(middle - half) / (1 - g), (middle + half) / (1 - g)};
    }

    /** P(A > bound and B <= other bound), with the correlation of what surprises both. */
    private static Outcome conjunction(Settings settings, PairCourse pairs) {
        LevelFilter a = pairs.one();
        LevelFilter b = pairs.other();
        double bound = settings.number("bound", 0);
        double other = settings.number("other_bound", 0);
        double correlation = pairs.correlation();
        double probability = both(a, b, bound, other, correlation);
        int held = pairs.held(bound, other);
        return new Outcome.Told()
                .add("first", a.belief().level(), a.sd(), "of_part", "filtered level of the first part")
                .add("second", b.belief().level(), b.sd(), "of_part", "filtered level of the second part")
                .add("correlation", correlation, "correlation", "of the innovations of both")
                .add("periods_held", (double) held, "periods", "periods in which both held as published")
                .add("held_before", (double) held / pairs.size(), "share", "of " + pairs.size() + " common periods")
                .outcome(Bands.exact(probability), null, pairs.newest().period());
    }

    private static double both(LevelFilter a, LevelFilter b, double bound, double other, double correlation) {
        double sa = a.sd();
        double sb = b.sd();
        if (sa == 0 || sb == 0) {
            return (1 - Bands.below(a.belief().level(), sa, bound))
                    * Bands.below(b.belief().level(), sb, other);
        }
        // B at most a bound is -B at least its negative, which turns the sign of the correlation.
        return Bands.bothAbove((bound - a.belief().level()) / sa, (b.belief().level() - other) / sb, -correlation);
    }
}
