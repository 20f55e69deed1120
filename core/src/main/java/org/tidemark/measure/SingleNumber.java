package org.tidemark.measure;

import java.util.List;
import java.util.Set;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.BoundedCache;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.series.SeriesId;

/** One number of an economy or panel as a whole, whose measure is called as its kind. */
final class SingleNumber implements Method {
    /** Of all economies together. */
    private static final int FIGURES_KEPT = 100_000;

    private final Kind kind;
    private final MeasureRecipe recipe;
    private final Settings settings;
    private final String model;
    private final PointCourses points;
    private final BoundedCache<String, Course> courses = new BoundedCache<>(FIGURES_KEPT, Course::size);

    SingleNumber(Kind kind, MeasureRecipe recipe) {
        this.kind = kind;
        this.recipe = recipe;
        this.settings = new Settings(recipe);
        this.points = new PointCourses(recipe);
        this.model = recipe.kind().written() + "/1" + (recipe.settings().isEmpty() ? "" : " " + recipe.settings());
    }

    @Override
    public Set<String> measures() {
        return Set.of(recipe.kind().written());
    }

    @Override
    public List<Answer> answers(EconomyFigures figures) {
        Parts parts = Parts.of(recipe, figures, points);
        if (parts.evidence().newest() == null || !isAsked(parts)) {
            return List.of();
        }
        return List.of(new Answer(
                SeriesId.TOTAL,
                recipe.kind().written(),
                model,
                recipe.unit(),
                parts.evidence(),
                outcome(figures.economy(), parts)));
    }

    /** An economy that has only one of two parts was never meant, unless the recipe names it. */
    private boolean isAsked(Parts parts) {
        boolean each = recipe.economy().equals(MeasureRecipe.EACH);
        return !each || parts.all().stream().noneMatch(Part::isEmpty);
    }

    private Outcome outcome(String economy, Parts parts) {
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
        return worked(economy, parts);
    }

    /** Several threads may ask what if; what is kept is one after the other's. */
    private Outcome worked(String economy, Parts parts) {
        synchronized (courses) {
            Course course = courses.get(economy, e -> kind.course(recipe, settings));
            Outcome outcome = course.of(parts);
            courses.put(economy, course);
            return outcome;
        }
    }
}
