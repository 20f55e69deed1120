package org.tidemark.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Outlook;

/** Makes the estimates of one declared measure: their concept is the recipe's id. */
public final class MeasureEstimator implements Estimator {
    private final MeasureRecipe recipe;
    private final Method method;
    private final Set<String> reads;

    MeasureEstimator(MeasureRecipe recipe, Method method, Set<String> reads) {
        this.recipe = recipe;
        this.method = method;
        this.reads = new TreeSet<>(reads);
        this.reads.addAll(method.besides());
    }

    /**
     * One for each recipe of single economies, those first on which others rest.
     *
     * @throws IllegalArgumentException when a recipe cannot be: it names recipe, field and remedy
     */
    public static List<MeasureEstimator> ofEconomies(Catalogue catalogue) {
        return MeasureOrder.of(catalogue, false);
    }

    /**
     * One for each recipe of panels, those first on which others rest.
     *
     * @throws IllegalArgumentException when a recipe cannot be: it names recipe, field and remedy
     */
    public static List<MeasureEstimator> ofPanels(Catalogue catalogue) {
        return MeasureOrder.of(catalogue, true);
    }

    @Override
    public Set<String> measures() {
        return method.measures();
    }

    @Override
    public boolean makes(EstimateKey key) {
        return key.concept().equals(recipe.id()) && measures().contains(key.measure());
    }

    /** Also what the estimates are made of that it rests on; a prefix ends with a full stop. */
    @Override
    public boolean reads(String indicator) {
        return reads.contains(indicator) || reads.stream().anyMatch(r -> r.endsWith(".") && indicator.startsWith(r));
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        if (!recipe.isOf(figures.economy())) {
            return List.of();
        }
        return method.answers(figures).stream()
                .map(answer -> answer.estimate(figures.economy(), recipe.id()))
                .sorted(Comparator.comparing(Estimate::key))
                .toList();
    }

    @Override
    public Outlook outlook(EconomyFigures held, Outlook.Question question) {
        return method.outlook(held, question);
    }

    MeasureRecipe recipe() {
        return recipe;
    }
}
