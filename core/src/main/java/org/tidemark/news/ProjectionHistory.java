package org.tidemark.news;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.FigureId;

/**
 * The figures of one economy at some time between before and after an update, beside the others as they are after it.
 *
 * @param <F> what is read of a figure
 */
public interface ProjectionHistory<F> {
    /** Makes a figure as it is after the update; of null nothing is believed any more. */
    void put(FigureId figure, @Nullable F now);

    /** Event time of the newest figure that is read; empty where there is none. */
    Optional<Double> newest();

    /**
     * The level one year after a time, in the unit of the estimates; empty where nothing is read.
     *
     * @param known year up to which the others are read
     */
    Optional<Double> oneYearAfter(double time, int known);
}
