package org.tidemark.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Banded;
import org.tidemark.series.Period;

/**
 * One number over many: mean, standard deviation, coefficient of variation, Theil's T (Theil 1967) with its between part by
 * a declared grouping (Shorrocks 1980), breadth, or the slope on another part; or whether they drift apart: {@link Divergence}. Bands by the jackknife (Efron 1982): units
 * are taken out one at a time.
 */
final class AcrossKind implements Kind {
    private static final String DIVERGENCE = "divergence";
    private static final Set<String> TOLD =
            Set.of("mean", "sd", "cv", "theil", "between_share", "breadth", "slope", "gap", DIVERGENCE);
    private static final Set<String> SETTINGS = Set.of("tell", "bound", "groups", "years_back");
    private static final String OTHERS = "others";
    private static final int FEWEST = 5;
    /** A period is compared with that has as many units as nearly all of the newest. */
    private static final double NEARLY_ALL = 0.8;

    @Override
    public void check(MeasureRecipe recipe, Settings settings) {
        if (isDivergence(recipe)) {
            Divergence.check(recipe, settings);
            return;
        }
        settings.requireKnown(SETTINGS);
        settings.requireParts(1, 2);
        String told = settings.word("tell", "mean", TOLD);
        if (told.equals("slope") && recipe.parts().size() < 2) {
            throw settings.wrong("indicators", "a slope on nothing", "name a second part to take it on");
        }
        if ((told.equals("between_share") || told.equals("gap"))
                && groups(settings).isEmpty()) {
            throw settings.wrong("settings: groups", "missing", "write A=US DE;B=CN IN");
        }
        settings.number("bound", 0);
    }

    private static boolean isDivergence(MeasureRecipe recipe) {
        return DIVERGENCE.equals(recipe.settings().get("tell"));
    }

    @Override
    public Method method(MeasureRecipe recipe, boolean unadjusted) {
        return isDivergence(recipe) ? new Divergence(recipe) : Kind.super.method(recipe, unadjusted);
    }

    /** A logit is of percentages alone. */
    @Override
    public @Nullable String requiredUnit(MeasureRecipe recipe) {
        return isDivergence(recipe) ? "percent" : null;
    }

    @Override
    public boolean countsFigures() {
        return false;
    }

    /** One unit: its value, its weight, what it is held against, its group and the variance of its figure. */
    private record Unit(String label, double value, double weight, double other, String group, double variance) {}

    private static Map<String, String> groups(Settings settings) {
        Map<String, String> groups = new HashMap<>();
        for (String group : settings.text("groups", "").split(";", -1)) {
            int equals = group.indexOf('=');
            if (equals > 0) {
                for (String member : group.substring(equals + 1).trim().split("\\s+", -1)) {
                    groups.put(member, group.substring(0, equals).trim());
                }
            }
        }
        return groups;
    }

    @Override
    public Course course(MeasureRecipe recipe, Settings settings) {
        UnitTable table = new UnitTable();
        return new Course() {
            @Override
            public Outcome of(Parts parts) {
                table.take(parts.part(0));
                return AcrossKind.of(recipe, settings, parts, table);
            }

            @Override
            public int size() {
                return table.figures();
            }
        };
    }

    private static Outcome of(MeasureRecipe recipe, Settings settings, Parts parts, UnitTable table) {
        String told = settings.word("tell", "mean", TOLD);
        int fewest = Math.max(FEWEST, recipe.fewest());
        Period newest = table.newest(fewest);
        if (newest == null) {
            return Outcome.withheld(
                    "%d units have a figure of one period; at least %d are needed", table.most(), fewest);
        }
        List<Unit> units = units(settings, parts, table.at(newest));
        if (units.size() < fewest) {
            return Outcome.withheld("%d units have all that is needed; at least %d are needed", units.size(), fewest);
        }
        if (told.equals("theil") && units.stream().anyMatch(u -> u.value() <= 0)) {
            return Outcome.withheld("a unit is not above 0, and Theil's index has no logarithm of it");
        }
        double bound = settings.number("bound", 0);
        Jackknife jackknife = Jackknife.of(units, u -> statistic(told, u, bound));
        if (!Double.isFinite(jackknife.value())) {
            return Outcome.withheld("all units are alike: %s has no value", told);
        }
        return told(settings, units, table, newest, jackknife, told, bound);
    }

    private static Outcome told(
            Settings settings,
            List<Unit> units,
            UnitTable table,
            Period newest,
            Jackknife jackknife,
            String word,
            double bound) {
        Outcome.Told told = new Outcome.Told();
        told.add("units", units.size(), "units", newest.label());
        for (String other : List.of("mean", "sd", "cv", "breadth")) {
            told.add(
                    other,
                    statistic(other, units, bound),
                    other.equals("mean") || other.equals("sd") ? "of_part" : "ratio",
                    "over all units");
        }
        if (units.stream().allMatch(u -> u.value() > 0)) {
            told.add("theil", statistic("theil", units, bound), "nats", "Theil's T");
            if (!groups(settings).isEmpty()) {
                told.add(
                        "between_share",
                        statistic("between_share", units, bound),
                        "share",
                        "of Theil's T, between the declared groups");
            }
        }
        @Nullable Period before = table.before(newest, settings.number("years_back", 0.4), NEARLY_ALL * units.size());
        if (before != null) {
            told.add(
                    "change",
                    jackknife.value() - statistic(word, same(units, table.at(before)), bound),
                    "of_value",
                    "since " + before.label());
        }
        Banded band = Bands.student(jackknife.value(), jackknife.error(), units.size() - 1);
        if (word.equals("gap")) {
            List<Unit> named =
                    units.stream().filter(u -> !u.group().equals(OTHERS)).toList();
            List<Unit> others =
                    units.stream().filter(u -> u.group().equals(OTHERS)).toList();
            told.add("named_mean", mean(named), "of_part", named.size() + " units of the declared groups");
            told.add("others_mean", mean(others), "of_part", others.size() + " other units");
            told.add("ratio", mean(named) / mean(others), "ratio", "of the two means");
        }
        boolean signed = word.equals("slope") || word.equals("mean") || word.equals("gap");
        double negative = Bands.below(jackknife.value(), jackknife.error(), units.size() - 1, 0);
        return told.outcome(signed ? band : Bands.within(band, 0, Double.MAX_VALUE), signed ? negative : null, newest);
    }

    private static List<Unit> same(List<Unit> units, SortedMap<String, Point> then) {
        List<Unit> same = new ArrayList<>();
        for (Unit u : units) {
            Point p = then.get(u.label());
            if (p != null) {
                same.add(new Unit(u.label(), p.value(), u.weight(), u.other(), u.group(), p.variance()));
            }
        }
        return same;
    }

    private static List<Unit> units(Settings settings, Parts parts, SortedMap<String, Point> now) {
        Map<String, Double> weights = newestOf(parts, "weight");
        Map<String, Double> others = newestOf(parts, "on");
        Map<String, String> groups = groups(settings);
        List<Unit> units = new ArrayList<>();
        now.forEach((label, point) -> {
            boolean weighed = parts.find("weight").isEmpty() || weights.containsKey(label);
            boolean held = parts.find("on").isEmpty() || others.containsKey(label);
            if (weighed && held) {
                units.add(new Unit(
                        label,
                        point.value(),
                        weights.getOrDefault(label, 1.0),
                        others.getOrDefault(label, 0.0),
                        groups.getOrDefault(label, OTHERS),
                        point.variance()));
            }
        });
        return units;
    }

    private static Map<String, Double> newestOf(Parts parts, String name) {
        Map<String, Double> newest = new HashMap<>();
        parts.find(name).ifPresent(part -> part.columns()
                .forEach(c -> newest.put(c.label(), c.newest().value())));
        return newest;
    }

    private static double statistic(String name, List<Unit> units, double bound) {
        double weight = sum(units, Unit::weight);
        double mean = sum(units, u -> u.weight() * u.value()) / weight;
        return switch (name) {
            case "sd" -> sd(units, weight, mean);
            case "cv" -> sd(units, weight, mean) / mean;
            case "theil" -> theil(units, weight, mean);
            case "between_share" -> between(units, weight, mean) / theil(units, weight, mean);
            case "gap" -> gap(units);
            case "breadth" -> sum(units, u -> u.value() > bound ? u.weight() : 0) / weight;
            case "slope" -> slope(units, weight, mean);
            default -> mean;
        };
    }

    private static double sum(List<Unit> units, ToDoubleFunction<Unit> of) {
        double sum = 0;
        for (Unit u : units) {
            sum += of.applyAsDouble(u);
        }
        return sum;
    }

    /** Less what the published errors of the figures alone would spread. */
    private static double sd(List<Unit> units, double weight, double mean) {
        double spread = sum(units, u -> u.weight() * (u.value() - mean) * (u.value() - mean)) / weight;
        double sampled = sum(units, u -> u.weight() * u.variance()) / weight;
        return Math.sqrt(Math.max(0, spread - sampled));
    }

    private static double theil(List<Unit> units, double weight, double mean) {
        return sum(units, u -> u.weight() * (u.value() / mean) * StrictMath.log(u.value() / mean)) / weight;
    }

    private static double between(List<Unit> units, double weight, double mean) {
        SortedMap<String, List<Unit>> byGroup = new TreeMap<>();
        units.forEach(
                u -> byGroup.computeIfAbsent(u.group(), g -> new ArrayList<>()).add(u));
        double between = 0;
        for (List<Unit> group : byGroup.values()) {
            double its = sum(group, Unit::weight);
            double mu = sum(group, u -> u.weight() * u.value()) / its;
            between += its / weight * (mu / mean) * StrictMath.log(mu / mean);
        }
        return between;
    }

    /** Mean of the units of a declared group less that of the others. */
    private static double gap(List<Unit> units) {
        List<Unit> named = units.stream().filter(u -> !u.group().equals(OTHERS)).toList();
        List<Unit> others = units.stream().filter(u -> u.group().equals(OTHERS)).toList();
        return mean(named) - mean(others);
    }

    private static double mean(List<Unit> units) {
        return sum(units, u -> u.weight() * u.value()) / sum(units, Unit::weight);
    }

    private static double slope(List<Unit> units, double weight, double mean) {
        double x = sum(units, u -> u.weight() * u.other()) / weight;
        double xy = sum(units, u -> u.weight() * (u.other() - x) * (u.value() - mean));
        return xy / sum(units, u -> u.weight() * (u.other() - x) * (u.other() - x));
    }

    /** A statistic and its standard error by leaving out one unit at a time. */
    private record Jackknife(double value, double error) {
        static Jackknife of(List<Unit> units, ToDoubleFunction<List<Unit>> statistic) {
            int n = units.size();
            double[] without = new double[n];
            for (int i = 0; i < n; i++) {
                List<Unit> others = new ArrayList<>(units);
                others.remove(i);
                without[i] = statistic.applyAsDouble(others);
            }
            double error = Math.sqrt((n - 1.0) / n * (n - 1) * Least.variance(without));
            return new Jackknife(statistic.applyAsDouble(units), error);
        }
    }
}
