package org.tidemark.measure;

import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasureRecipe;

/** One kind of measure. */
interface Kind {
    /**
     * Refuses a recipe that cannot be.
     *
     * @throws IllegalArgumentException that names recipe, field and remedy
     */
    void check(MeasureRecipe recipe, Settings settings);

    /** Whether figures of its parts are held against one another as they are, so that they must be of one unit. */
    default boolean comparesUnits(MeasureRecipe recipe) {
        return false;
    }

    /** Whether the fewest of a recipe are figures of each part, and not units of one period. */
    default boolean countsFigures() {
        return true;
    }

    /** The unit that the figures of its parts must have; null where any will do. */
    default @Nullable String requiredUnit(MeasureRecipe recipe) {
        return null;
    }

    /**
     * How a recipe is answered: by one number, unless the kind knows another way.
     *
     * @param unadjusted whether a season is left in a series that it reads
     */
    default Method method(MeasureRecipe recipe, boolean unadjusted) {
        return new SingleNumber(this, recipe);
    }

    /** How a recipe is worked out in one economy or panel. */
    Course course(MeasureRecipe recipe, Settings settings);
}
