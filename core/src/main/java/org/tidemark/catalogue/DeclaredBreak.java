package org.tidemark.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.SeriesId;

/**
 * A known change of what a source's figures mean: a method, a unit, a wording. A release that brings it is not judged by
 * how far it moves history, what it changes is told as a break, not as news of the economy, and in the pool the periods
 * under the new definition have a bias of their own.
 *
 * @param id name of the entry
 * @param source whose figures
 * @param indicators an indicator id, or with a dot at its end the ids of a family
 * @param published from when the figures are of the new kind
 * @param from first period under the new definition; null where history is restated, so that all of it is of the new kind
 * @param kind what has changed
 * @param note what, in a sentence
 * @param citation where the publisher says so
 */
public record DeclaredBreak(
        String id,
        String source,
        String indicators,
        Instant published,
        @Nullable LocalDate from,
        Kind kind,
        String note,
        String citation) {
    /** What has changed. */
    public enum Kind {
        METHOD,
        UNIT,
        WORDING
    }

    public DeclaredBreak {
        if (kind == Kind.UNIT && from != null) {
            throw new IllegalArgumentException(
                    "catalogue: break %s: from is for a method or a wording; a unit is converted and leaves no bias"
                            .formatted(id));
        }
    }

    /** Whether it is about a series, whatever the date. */
    public boolean isOf(SeriesId series) {
        return isOf(series.source(), series.indicator());
    }

    /** Whether it is about an indicator of a source, whatever the date. */
    public boolean isOf(String itsSource, String indicator) {
        return source.equals(itsSource)
                && (indicators.endsWith(".") ? indicator.startsWith(indicators) : indicator.equals(indicators));
    }

    /** Whether it lies between what was published before and what is published now. */
    public boolean isBetween(Instant before, Instant now) {
        return before.isBefore(published) && !now.isBefore(published);
    }
}
