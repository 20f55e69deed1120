package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evidence;
import org.tidemark.series.SeriesId;

/** Makes one declared measure: its concept is the recipe's id and its measure the recipe's kind. */
public final class MeasureEstimator implements Estimator {
    private final MeasureRecipe recipe;
    private final Kind kind;
    private final Settings settings;
    private final Set<String> reads;
    private final String model;

    MeasureEstimator(MeasureRecipe recipe, Set<String> reads) {
        this.recipe = recipe;
        this.kind = Kinds.of(recipe.kind());
        this.settings = new Settings(recipe);
        this.reads = new TreeSet<>(reads);
        this.model = recipe.kind().written() + "/1" + (recipe.settings().isEmpty() ? "" : " " + recipe.settings());
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
        return Set.of(recipe.kind().written());
    }

    @Override
    public boolean makes(EstimateKey key) {
        return key.concept().equals(recipe.id())
                && key.measure().equals(recipe.kind().written());
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
        Parts parts = Parts.of(recipe, figures);
        if (parts.evidence().newest() == null || !isAsked(parts)) {
            return List.of();
        }
        Outcome outcome = outcome(parts);
        return List.of(estimate(figures.economy(), parts.evidence(), outcome));
    }

    /** An economy that has only one of two parts was never meant, unless the recipe names it. */
    private boolean isAsked(Parts parts) {
        boolean each = recipe.economy().equals(MeasureRecipe.EACH);
        return !each || parts.all().stream().noneMatch(Part::isEmpty);
    }

    private Outcome outcome(Parts parts) {
        for (int i = 0; i < parts.all().size(); i++) {
            MeasurePart part = recipe.parts().get(i);
            Part held = parts.part(i);
            Estimate upstream = held.upstream();
            if (held.isEmpty()) {
                return Outcome.withheld("part %s: " + RecipeStates.NOTHING_HELD + "%s", part.name(), part.reads());
            }
            if (upstream != null && upstream.levels().isEmpty()) {
                return Outcome.withheld(
                        "part %s: %s has no number: %s",
                        part.name(),
                        part.reads(),
                        upstream.withheld() == null ? "nothing is left to estimate it from" : upstream.withheld());
            }
            if (upstream == null && kind.countsFigures() && held.most() < recipe.fewest()) {
                return Outcome.withheld(
                        "part %s: %d figures of %s; at least %d are needed",
                        part.name(), held.most(), part.reads(), recipe.fewest());
            }
        }
        return kind.of(recipe, settings, parts);
    }

    private Estimate estimate(String economy, Evidence evidence, Outcome outcome) {
        EstimateKey key = new EstimateKey(economy, SeriesId.TOTAL, recipe.kind().written(), recipe.id());
        Banded band = outcome.band();
        if (band == null) {
            return evidence.withheld(key, model, recipe.unit(), String.valueOf(outcome.withheld()));
        }
        List<HorizonValue> levels = new ArrayList<>();
        levels.add(new HorizonValue(Horizon.P0D, band, outcome.negative()));
        Evidence told = outcome.period() == null
                ? evidence
                : new Evidence(evidence.hash(), evidence.inputs(), evidence.asOf(), outcome.period());
        return told.estimate(key, model, recipe.unit(), levels, outcome.terms());
    }

    MeasureRecipe recipe() {
        return recipe;
    }
}
