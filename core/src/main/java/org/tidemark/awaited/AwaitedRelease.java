package org.tidemark.awaited;

import java.time.Instant;
import java.time.LocalDate;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;

/**
 * The next release of a source as one estimate awaits it.
 *
 * @param cell the estimate
 * @param unit of its levels
 * @param source that is awaited
 * @param next when
 * @param newest newest period that the source has a figure of
 * @param figures how many figures the release is expected to bring
 * @param at end of the day that it is told for: the expected one, or today where that is over
 */
public record AwaitedRelease(
        EstimateKey cell, String unit, String source, ExpectedRelease next, Period newest, int figures, Instant at) {
    /** End of the day that a release is told for. */
    static Instant told(ExpectedRelease next, LocalDate today) {
        return PublicationDate.endOf(next.day().isBefore(today) ? today : next.day());
    }
}
