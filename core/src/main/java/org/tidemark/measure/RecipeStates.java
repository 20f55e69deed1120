package org.tidemark.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.MeasureRecipes;
import org.tidemark.catalogue.SeedRow;

/** What each mechanism of the map has now: a number, too few figures, or what it waits for. */
public final class RecipeStates {
    /** Begins the reason of an estimate of which a part is missing altogether. */
    static final String NOTHING_HELD = "nothing is held of ";

    private static final Comparator<Reported> FIRST = Comparator.comparing(Reported::economy);

    private final MeasureRecipes recipes;
    private final List<Reported> latest;

    private RecipeStates(MeasureRecipes recipes, Collection<Reported> latest) {
        this.recipes = recipes;
        this.latest = latest.stream().sorted(FIRST).toList();
    }

    /** Of all rows, by number. */
    public static List<RowState> of(MeasureRecipes recipes, Collection<Reported> latest) {
        RecipeStates states = new RecipeStates(recipes, latest);
        return recipes.rows().stream().map(states::row).toList();
    }

    /** Of the recipes that answer no row: those of a user. */
    public static List<RecipeState> own(MeasureRecipes recipes, Collection<Reported> latest) {
        RecipeStates states = new RecipeStates(recipes, latest);
        return recipes.recipes().values().stream()
                .filter(recipe -> recipe.rows().isEmpty())
                .map(states::recipe)
                .toList();
    }

    private RowState row(SeedRow row) {
        List<RecipeState> answers = new ArrayList<>();
        row.estimates().forEach(measure -> answers.add(estimator(measure)));
        recipes.of(row).forEach(recipe -> answers.add(recipe(recipe)));
        AnswerState best = answers.stream()
                .map(RecipeState::state)
                .min(Comparator.naturalOrder())
                .orElse(AnswerState.OUTSIDE);
        return new RowState(row, best, answers);
    }

    private RecipeState estimator(String measure) {
        List<Reported> its = latest.stream()
                .filter(one -> one.measure().equals(measure) || one.measure().startsWith(measure + "."))
                .toList();
        return state(measure, "estimator", measure, MeasureRecipe.EACH, List.of(), its, "figures of any economy");
    }

    private RecipeState recipe(MeasureRecipe recipe) {
        String kind = recipe.kind().written();
        Set<String> measures = Kinds.of(recipe.kind()).method(recipe, false).measures();
        List<Reported> its = latest.stream()
                .filter(one -> measures.contains(one.measure()) && one.concept().equals(recipe.id()))
                .toList();
        List<String> reads = recipe.parts().stream().map(MeasurePart::reads).toList();
        return state(recipe.id(), kind, recipe.title(), recipe.scope(), reads, its, missing(recipe, reads));
    }

    /** Nothing was said at all: of a named economy nothing is held, of the others none has all that it takes. */
    private static String missing(MeasureRecipe recipe, List<String> reads) {
        String all = String.join(", ", reads);
        if (recipe.isPanel()) {
            return all;
        }
        return recipe.economy().equals(MeasureRecipe.EACH)
                ? all + (reads.size() > 1 ? " of one economy" : " of any economy")
                : all + " of " + recipe.economy();
    }

    private static RecipeState state(
            String id,
            String kind,
            String title,
            String scope,
            List<String> reads,
            List<Reported> its,
            String missing) {
        List<Reported> numbers = its.stream().filter(one -> one.band() != null).toList();
        if (!numbers.isEmpty()) {
            return new RecipeState(
                    id, kind, title, scope, reads, AnswerState.NUMBER, "", numbers.get(0), numbers.size());
        }
        for (Reported one : its) {
            String why = one.withheld();
            if (why != null) {
                int nothing = why.lastIndexOf(NOTHING_HELD);
                return nothing < 0
                        ? new RecipeState(id, kind, title, scope, reads, AnswerState.TOO_FEW, why, one, 0)
                        : new RecipeState(
                                id,
                                kind,
                                title,
                                scope,
                                reads,
                                AnswerState.WAITING,
                                why.substring(nothing + NOTHING_HELD.length()),
                                one,
                                0);
            }
        }
        return new RecipeState(id, kind, title, scope, reads, AnswerState.WAITING, missing, null, 0);
    }
}
