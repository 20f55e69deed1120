package org.tidemark.catalogue;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** All declared measures, and the rows of the map of mechanisms that they and the other estimators answer. Immutable. */
public final class MeasureRecipes {
    static final MeasureRecipes NONE = new MeasureRecipes(Map.of(), List.of());

    private final SortedMap<String, MeasureRecipe> recipes;
    private final List<SeedRow> rows;

    private MeasureRecipes(Map<String, MeasureRecipe> recipes, List<SeedRow> rows) {
        this.recipes = Collections.unmodifiableSortedMap(new TreeMap<>(recipes));
        this.rows = rows.stream().sorted(Comparator.comparing(SeedRow::number)).toList();
    }

    static MeasureRecipes from(CatalogueFile file) {
        Map<String, MeasureRecipe> recipes = new TreeMap<>();
        CatalogueFile.orEmpty(file.measures()).forEach((id, text) -> recipes.put(id, text.recipe(id)));
        List<SeedRow> rows = CatalogueFile.orEmpty(file.rows()).entrySet().stream()
                .map(row -> row.getValue().row(row.getKey()))
                .toList();
        recipes.values().forEach(recipe -> requireRows(recipe, rows));
        return new MeasureRecipes(recipes, rows);
    }

    private static void requireRows(MeasureRecipe recipe, List<SeedRow> rows) {
        for (int number : recipe.rows()) {
            if (rows.stream().noneMatch(row -> row.number() == number)) {
                throw new IllegalArgumentException(
                        "catalogue: measure %s: row: there is no row %d; leave it out, or declare it under rows"
                                .formatted(recipe.id(), number));
            }
        }
    }

    /** By id. */
    public SortedMap<String, MeasureRecipe> recipes() {
        return recipes;
    }

    /** By number. */
    public List<SeedRow> rows() {
        return rows;
    }

    /** Those that compare economies. */
    public List<MeasureRecipe> panels() {
        return recipes.values().stream().filter(MeasureRecipe::isPanel).toList();
    }

    /** The measures that answer a row. */
    public List<MeasureRecipe> of(SeedRow row) {
        return recipes.values().stream()
                .filter(recipe -> recipe.rows().contains(row.number()))
                .toList();
    }
}
