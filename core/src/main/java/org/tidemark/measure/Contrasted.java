package org.tidemark.measure;

import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.SectorGroups;

/**
 * What groups of sectors are contrasted by.
 *
 * @param groups those of the recipe
 * @param unadjusted whether a season is left in its series
 */
record Contrasted(MeasureRecipe recipe, SectorGroups groups, boolean unadjusted) {
    String id() {
        return recipe.id();
    }

    boolean log() {
        return CompareKind.isLog(recipe);
    }

    /** From the unit of a gap to the published one. */
    double scale() {
        return log() ? CompareKind.LOG_POINTS : 1;
    }

    String unit() {
        return log() ? "log_points" : "percentage_points";
    }

    /** Of a balance, what is taken off the first part; null where there is none. */
    @Nullable
    MeasurePart minus() {
        boolean balance = recipe.parts().size() == 2 && recipe.parts().stream().allMatch(MeasurePart::isMany);
        return balance ? recipe.parts().get(1) : null;
    }
}
