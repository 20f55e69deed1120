package org.tidemark.gap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.catalogue.Recipes;
import org.tidemark.catalogue.Seasonality;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Figure;
import org.tidemark.figures.Outlook;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/**
 * Demand minus supply by every recipe of the catalogue that an economy has figures for; negative where demand is short. The
 * headline recipe's gap is taken apart.
 */
public final class GapEstimator implements Estimator {
    private static final List<String> PARTS = List.of("distribution", "cycle", "ai_supply", "rest");
    /** Penetration and exposure, which the part of AI rests on, are made of these. */
    private static final List<String> UPSTREAM = List.of("adoption.", "exposure.", "labour.employment.occupation");

    private final Catalogue catalogue;
    private final Recipes recipes;
    private final Collection<GapRecipe> own;
    private final boolean hasHeadline;
    private final Set<String> indicators = new HashSet<>();

    /**
     * Reads all recipes.
     *
     * @throws IllegalArgumentException when a headline recipe needs a prior that the catalogue lacks
     */
    public GapEstimator(Catalogue catalogue) {
        this(catalogue, catalogue.recipes().gaps().values());
    }

    private GapEstimator(Catalogue catalogue, Collection<GapRecipe> own) {
        this.catalogue = catalogue;
        this.recipes = catalogue.recipes();
        this.own = List.copyOf(own);
        own.forEach(recipe -> indicators.addAll(recipe.indicators()));
        hasHeadline = own.stream().anyMatch(GapRecipe::headline);
        if (hasHeadline) {
            Distribution.priors().forEach(recipes::prior);
            AiSupply.priors().forEach(recipes::prior);
        }
    }

    /**
     * One estimator for the headlines, of which the first that has a number is taken apart, and one for each other recipe,
     * so that a change is answered by those alone that read it.
     */
    public static List<GapEstimator> each(Catalogue catalogue) {
        Recipes recipes = catalogue.recipes();
        List<GapEstimator> all = new ArrayList<>();
        all.add(new GapEstimator(
                catalogue,
                recipes.gaps().values().stream().filter(GapRecipe::headline).toList()));
        recipes.gaps().values().stream()
                .filter(recipe -> !recipe.headline())
                .forEach(recipe -> all.add(new GapEstimator(catalogue, List.of(recipe))));
        return all;
    }

    @Override
    public boolean makes(EstimateKey key) {
        return measures().contains(key.measure())
                && own.stream().anyMatch(recipe -> recipe.id().equals(key.concept()));
    }

    @Override
    public Set<String> remembered() {
        return Set.of(Said.GAP);
    }

    @Override
    public Set<String> measures() {
        Set<String> measures = new TreeSet<>(Set.of(Said.GAP, Said.GROWTH));
        PARTS.forEach(part -> measures.add(Said.PART + part));
        return measures;
    }

    @Override
    public boolean reads(String indicator) {
        return indicators.contains(indicator) || (hasHeadline && feedsParts(indicator));
    }

    private static boolean feedsParts(String indicator) {
        return indicator.equals(Distribution.LABOUR_SHARE) || UPSTREAM.stream().anyMatch(indicator::startsWith);
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        List<Estimate> all = new ArrayList<>();
        GapParts.Source source = new GapParts.Source(recipes, figures);
        Set<String> sectorsWithHeadline = new HashSet<>();
        for (GapRecipe recipe : own) {
            for (String sector : Ingredients.sectors(recipe, figures)) {
                boolean withParts = recipe.headline() && !sectorsWithHeadline.contains(sector);
                List<Estimate> made =
                        estimates(Ingredients.of(recipe, figures, sector, isUnadjusted(recipe)), source, withParts);
                if (made.size() > 1) {
                    sectorsWithHeadline.add(sector);
                }
                all.addAll(made);
            }
        }
        all.sort(Comparator.comparing(Estimate::key));
        return all;
    }

    @Override
    public Outlook outlook(EconomyFigures held, Outlook.Question question) {
        Map<EstimateKey, Double> levels = new HashMap<>();
        SortedMap<FigureId, Double> expected = Outlook.last(held, question.figures());
        for (GapRecipe recipe : own) {
            for (String sector : Ingredients.sectors(recipe, held)) {
                GapOutlook.of(Ingredients.of(recipe, held, sector, isUnadjusted(recipe)))
                        .ifPresent(outlook -> {
                            outlook.carry(question.periods(), levels);
                            outlook.expect(expected);
                        });
            }
        }
        return new Outlook(levels, expected);
    }

    /** Growth over a year is told by its own kind of recipe, which has no season to keep out. */
    private boolean isUnadjusted(GapRecipe recipe) {
        return recipe.indicators().stream()
                .flatMap(id -> catalogue.indicator(id).stream())
                .anyMatch(indicator -> indicator.season() == Seasonality.UNADJUSTED);
    }

    /** Nothing where neither demand nor supply is held; no number, with the reason, where something is missing. */
    private List<Estimate> estimates(Ingredients from, GapParts.Source source, boolean withParts) {
        if (from.isNothing()) {
            return List.of();
        }
        String lack = from.lack();
        if (lack != null) {
            return List.of(Said.of(from, from.everything()).withheld(lack));
        }
        SortedMap<Period, List<Figure>> rows = from.rows();
        if (rows.isEmpty()) {
            String reason = "no period has a figure of each of "
                    + String.join(", ", from.recipe().indicators());
            return List.of(Said.of(from, from.everything()).withheld(reason));
        }
        return from.recipe().kind() == GapRecipe.Kind.GROWTH
                ? List.of(GrowthDifference.of(from, List.copyOf(rows.values()).get(rows.size() - 1)))
                : StateSpaceGap.of(from, rows, source, withParts);
    }
}
