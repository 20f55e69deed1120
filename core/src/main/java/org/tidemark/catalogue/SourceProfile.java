package org.tidemark.catalogue;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.ObservationStatus;

/**
 * What the catalogue says of one publisher.
 *
 * @param id stable id
 * @param title name for people
 * @param complete whether each file holds all that the source still stands by, so that absence withdraws
 * @param onlyChanges whether only what is new or changed is sent of each file; the rest is skipped as unchanged
 * @param lag usual time from the end of a period to publication
 * @param publicationTable dates of an irregular publisher, by period
 * @param marks what it writes behind or around numbers in plain CSV, and what it says of them
 * @param citation address or reference
 * @param licence under which terms its figures may be used
 */
public record SourceProfile(
        String id,
        String title,
        boolean complete,
        boolean onlyChanges,
        @Nullable Period lag,
        Map<org.tidemark.series.Period, Instant> publicationTable,
        Map<String, ObservationStatus> marks,
        String citation,
        String licence) {
    public SourceProfile {
        publicationTable = Map.copyOf(publicationTable);
        marks = Map.copyOf(marks);
    }

    /** Of a source of which the catalogue says nothing: one without promises. */
    public static SourceProfile undeclared(String id) {
        return new SourceProfile(id, id, false, false, null, Map.of(), Map.of(), "", "");
    }
}
