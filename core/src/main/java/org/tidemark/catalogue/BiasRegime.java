package org.tidemark.catalogue;

import java.time.LocalDate;
import org.tidemark.series.SeriesId;

/**
 * A declared break as the pool sees it: figures whose period begins on that day or later have a bias of their own.
 *
 * @param declared the break
 * @param from first day under the new definition
 */
public record BiasRegime(DeclaredBreak declared, LocalDate from) {
    /** Whether it is about a series. */
    public boolean isOf(SeriesId series) {
        return declared.isOf(series);
    }
}
