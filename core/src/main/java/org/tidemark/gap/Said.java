package org.tidemark.gap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;

/** What is said of one gap, or one part of it, on one ground. */
record Said(EstimateKey key, Ground ground, String model, String unit) {
    static final String GAP = "demand_gap";
    static final String PART = "demand_gap.part.";
    static final String GROWTH = "demand_minus_output_growth";
    static final String PERCENT = "percent";
    static final String POINTS = "percentage_points";

    /** Of what a recipe makes. */
    static Said of(Ingredients from, Ground ground) {
        GapRecipe recipe = from.recipe();
        boolean growth = recipe.kind() == GapRecipe.Kind.GROWTH;
        EstimateKey key = new EstimateKey(from.economy(), from.sector(), growth ? GROWTH : GAP, recipe.id());
        String model =
                growth ? GrowthDifference.VERSION : Moments.model(recipe.kind()).version();
        return new Said(key, ground, model, recipe.kind() == GapRecipe.Kind.CAPACITY ? PERCENT : POINTS);
    }

    /** The same of one part of it. */
    Said part(String name) {
        return new Said(new EstimateKey(key.economy(), key.sector(), PART + name, key.concept()), ground, model, unit);
    }

    Estimate value(List<HorizonValue> levels, List<Term> terms) {
        return estimate(levels, terms, null);
    }

    /** No number, and why. */
    Estimate withheld(String reason) {
        return estimate(List.of(), List.of(), reason);
    }

    private Estimate estimate(List<HorizonValue> levels, List<Term> terms, @Nullable String withheld) {
        return new Estimate(
                key,
                ground.asOf(),
                ground.newest(),
                ground.inputs(),
                ground.hash().hex(),
                model,
                unit,
                levels,
                null,
                terms,
                withheld);
    }
}
