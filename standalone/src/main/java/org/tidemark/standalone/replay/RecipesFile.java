package org.tidemark.standalone.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.api.query.RecipeCsv;
import org.tidemark.catalogue.MeasureRecipes;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.measure.RecipeStates;
import org.tidemark.measure.Reported;

/** What each mechanism has at the end of a replay: a number, too few figures, or what it waits for. */
final class RecipesFile {
    static final String NAME = "recipes.csv";

    private RecipesFile() {}

    /** Writes it; returns its hash. */
    static String write(Path folder, MeasureRecipes recipes, List<Estimate> estimates) throws IOException {
        SortedMap<EstimateKey, Estimate> latest = new TreeMap<>();
        estimates.forEach(e -> latest.put(e.key(), e));
        List<Reported> reported = latest.values().stream()
                .filter(Reported::isOne)
                .map(Reported::of)
                .toList();
        return HashedFile.write(folder.resolve(NAME), out -> {
            RecipeCsv csv = RecipeCsv.begin(out);
            RecipeStates.of(recipes, reported).forEach(csv::write);
            RecipeStates.own(recipes, reported).forEach(csv::write);
            csv.flush();
        });
    }
}
