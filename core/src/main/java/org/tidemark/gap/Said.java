package org.tidemark.gap;

import java.util.List;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Season;
import org.tidemark.estimate.Term;
import org.tidemark.figures.Evidence;

/** What is said of one gap, or one part of it, on one evidence. */
record Said(EstimateKey key, Evidence evidence, String model, String unit) {
    static final String GAP = "demand_gap";
    static final String PART = "demand_gap.part.";
    static final String GROWTH = "demand_minus_output_growth";
    static final String PERCENT = "percent";
    static final String POINTS = "percentage_points";

    /** Of what a recipe makes. */
    static Said of(Ingredients from, Evidence evidence) {
        return of(from, evidence, Season.ABSENT);
    }

    /** Of what a recipe makes where the season is kept out in some way. */
    static Said of(Ingredients from, Evidence evidence, Season season) {
        GapRecipe recipe = from.recipe();
        boolean growth = recipe.kind() == GapRecipe.Kind.GROWTH;
        EstimateKey key = new EstimateKey(from.economy(), from.sector(), growth ? GROWTH : GAP, recipe.id());
        String model = growth
                ? GrowthDifference.VERSION
                : Moments.model(recipe.kind(), season).version();
        return new Said(key, evidence, model, recipe.kind() == GapRecipe.Kind.CAPACITY ? PERCENT : POINTS);
    }

    /** The same of one part of it. */
    Said part(String name) {
        return new Said(
                new EstimateKey(key.economy(), key.sector(), PART + name, key.concept()), evidence, model, unit);
    }

    Estimate value(List<HorizonValue> levels, List<Term> terms) {
        return evidence.estimate(key, model, unit, levels, terms);
    }

    /** No number, and why. */
    Estimate withheld(String reason) {
        return evidence.withheld(key, model, unit, reason);
    }
}
