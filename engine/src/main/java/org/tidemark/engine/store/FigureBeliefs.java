package org.tidemark.engine.store;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;

/** What is believed now of each figure that a composed estimate reads. */
public interface FigureBeliefs {
    /**
     * Puts what is believed of a figure.
     *
     * @param value null: withdrawn, which is known too
     * @return whether that changed anything
     */
    boolean put(FigureId figure, @Nullable Double value, @Nullable Double standardError, Instant since);

    /** Forgets a figure of which nothing is believed; returns whether there was one. */
    boolean remove(FigureId figure);

    /** Forgets all of an economy but some figures. */
    void retain(String economy, Collection<FigureId> figures);

    /** Fills in all that is believed of one indicator in the economy of {@code into}. */
    void read(String indicator, HeldFigures into);
}
