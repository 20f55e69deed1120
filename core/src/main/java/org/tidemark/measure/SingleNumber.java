package org.tidemark.measure;

import java.util.List;
import java.util.Set;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.series.SeriesId;

/** One number of an economy or panel as a whole, whose measure is called as its kind. */
final class SingleNumber implements Method {
    private final Kind kind;
    private final MeasureRecipe recipe;
    private final Settings settings;
    private final String model;
    private final PointCourses courses;

    SingleNumber(Kind kind, MeasureRecipe recipe) {
        this.kind = kind;
        this.recipe = recipe;
        this.settings = new Settings(recipe);
        this.courses = new PointCourses(recipe);
        this.model = recipe.kind().written() + "/1" + (recipe.settings().isEmpty() ? "" : " " + recipe.settings());
    }

    @Override
    public Set<String> measures() {
        return Set.of(recipe.kind().written());
    }

    @Override
    public List<Answer> answers(EconomyFigures figures) {
        Parts parts = Parts.of(recipe, figures, courses);
        if (parts.evidence().newest() == null || !isAsked(parts)) {
            return List.of();
        }
        return List.of(new Answer(
                SeriesId.TOTAL, recipe.kind().written(), model, recipe.unit(), parts.evidence(), outcome(parts)));
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
}
