package org.tidemark.catalogue;

import org.tidemark.series.FigureId;

/** Economies that are held against one another. */
public interface PanelRecipe {
    /** The economy, most often an aggregate, under which its estimates are told. */
    String economy();

    /** Whether a figure is one of those that it holds. */
    boolean takes(FigureId figure);
}
