package org.tidemark.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasurePart.EstimateRef;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.Seasonality;

/** Checks all recipes and brings them into the order in which one rests on another. */
final class MeasureOrder {
    /** What the estimates of other estimators are made of. */
    private static final Map<String, List<String>> UPSTREAM = Map.of(
            "penetration", List.of("adoption."),
            "exposure", List.of("exposure.", "labour.employment."),
            "displacement", List.of("labour.", "exposure.", "adoption."),
            "demand_gap", List.of("demand.", "supply.", "prices."),
            "baumol", List.of("labour.employment.", "supply.output."));

    private final Catalogue catalogue;
    private final Map<String, MeasureRecipe> recipes;
    private final Map<String, Set<String>> reads = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final List<MeasureEstimator> ordered = new ArrayList<>();

    private MeasureOrder(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.recipes = catalogue.recipes().measures().recipes();
    }

    static List<MeasureEstimator> of(Catalogue catalogue, boolean panels) {
        MeasureOrder order = new MeasureOrder(catalogue);
        order.recipes.values().forEach(order::visit);
        return order.ordered.stream()
                .filter(e -> e.recipe().isPanel() == panels)
                .toList();
    }

    private Set<String> visit(MeasureRecipe recipe) {
        Set<String> done = reads.get(recipe.id());
        if (done != null) {
            return done;
        }
        if (!open.add(recipe.id())) {
            throw wrong(
                    recipe,
                    "indicators",
                    "rests on itself by way of " + String.join(", ", open),
                    "take one of these estimates out");
        }
        check(recipe);
        Set<String> its = new TreeSet<>();
        for (MeasurePart part : recipe.parts()) {
            EstimateRef ref = part.estimate();
            if (ref == null) {
                its.add(String.valueOf(part.indicator()));
            } else {
                its.addAll(upstream(recipe, part, ref));
            }
        }
        open.remove(recipe.id());
        reads.put(recipe.id(), its);
        ordered.add(new MeasureEstimator(recipe, method(recipe), its));
        return its;
    }

    private Method method(MeasureRecipe recipe) {
        boolean unadjusted = recipe.parts().stream()
                .flatMap(part -> Stream.ofNullable(part.indicator()))
                .flatMap(id -> catalogue.indicator(id).stream())
                .anyMatch(indicator -> indicator.season() == Seasonality.UNADJUSTED);
        return Kinds.of(recipe.kind()).method(recipe, unadjusted);
    }

    private Set<String> upstream(MeasureRecipe recipe, MeasurePart part, EstimateRef ref) {
        MeasureRecipe other = recipes.get(ref.concept());
        if (other != null && method(other).measures().contains(ref.measure())) {
            if (other.isPanel() != recipe.isPanel()) {
                throw wrong(
                        recipe,
                        "indicators: " + part.name(),
                        ref.concept() + " is a measure of " + other.scope() + ", this one of " + recipe.scope(),
                        "read one of the same scope");
            }
            return visit(other);
        }
        return UPSTREAM.entrySet().stream()
                .filter(e -> ref.measure().startsWith(e.getKey()))
                .map(e -> (Set<String>) new TreeSet<>(e.getValue()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        recipe,
                        "indicators: " + part.name(),
                        "no measure " + ref.measure() + "/" + ref.concept(),
                        "name a recipe as KIND/ID, or penetration/CONCEPT"));
    }

    private void check(MeasureRecipe recipe) {
        String economy = recipe.economy();
        if (!economy.equals(MeasureRecipe.EACH) && !catalogue.knowsEconomy(economy)) {
            throw wrong(
                    recipe,
                    "scope",
                    economy + " is no country and no declared aggregate",
                    "write one, 'each', or 'panel WORLD'");
        }
        for (MeasurePart part : recipe.parts()) {
            String id = part.indicator();
            if (id != null && catalogue.indicator(id).isEmpty()) {
                throw wrong(
                        recipe,
                        "indicators: " + part.name(),
                        id + " falls under no declared family",
                        "declare one whose prefix it begins with");
            }
            if (!part.source().isEmpty() && catalogue.sources().stream().noneMatch(s -> s.id().equals(part.source()))) {
                throw wrong(
                        recipe,
                        "indicators: " + part.name(),
                        "no source " + part.source() + " is declared",
                        "write one of sources, or leave 'from' out");
            }
        }
        Settings settings = new Settings(recipe);
        Kind kind = Kinds.of(recipe.kind());
        kind.check(recipe, settings);
        requireUnit(recipe, kind.requiredUnit(recipe));
        if (kind.comparesUnits(recipe)) {
            requireOneUnit(recipe);
        }
    }

    private void requireUnit(MeasureRecipe recipe, @Nullable String unit) {
        for (MeasurePart part : recipe.parts()) {
            boolean fits = unit == null
                    || catalogue.indicator(String.valueOf(part.indicator())).stream()
                            .anyMatch(i -> i.unit().equals(unit));
            if (!fits) {
                throw wrong(
                        recipe, "indicators: " + part.name(), part.reads() + " is not in " + unit, "read one that is");
            }
        }
    }

    private void requireOneUnit(MeasureRecipe recipe) {
        Set<String> units = new TreeSet<>();
        for (MeasurePart part : recipe.parts()) {
            if (part.indicator() != null) {
                switch (part.function()) {
                    case LOG, LOG10 -> units.add("a logarithm");
                    case LOGIT -> units.add("a logit");
                    case GROWTH -> units.add("percent");
                    case NONE, CHANGE -> units.add(unit(part.indicator()));
                }
            }
        }
        if (units.size() > 1) {
            throw wrong(
                    recipe,
                    "indicators",
                    "its parts are in " + String.join(" and ", units),
                    "take log or growth of both, or read two of one unit");
        }
    }

    private String unit(String indicator) {
        String unit = catalogue.units(indicator).get(0);
        return unit.startsWith("percent") ? "percent" : unit;
    }

    private static IllegalArgumentException wrong(MeasureRecipe recipe, String field, String what, String remedy) {
        return new Settings(recipe).wrong(field, what, remedy);
    }
}
