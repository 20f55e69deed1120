package org.tidemark.api.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.awaited.AwaitedRelease;

/**
 * Which releases are asked for; a null filters nothing.
 *
 * @param asOf the instant that nothing is known after
 * @param today the day that is told of: that of {@code asOf}, and not after the clock's
 */
record CalendarQuery(
        Economies economies,
        @Nullable String sector,
        @Nullable String concept,
        @Nullable String source,
        Instant asOf,
        LocalDate today) {
    /** What the list takes. */
    static final List<String> PARAMETERS =
            List.of("economy", "sector", "concept", "source", "as_of", Parameters.LIMIT, Parameters.FORMAT);

    /** What the same takes as iCalendar. */
    static final List<String> OF_ICS = List.of("economy", "sector", "concept", "source");

    static CalendarQuery of(Parameters p, Vocabulary words, Instant now) {
        Instant asked = p.end("as_of", now);
        Instant asOf = asked.isAfter(now) ? now : asked;
        return new CalendarQuery(
                Filters.economies(p, words.catalogue()),
                p.text("sector"),
                p.text("concept"),
                p.text("source"),
                asOf,
                LocalDate.ofInstant(asOf, ZoneOffset.UTC));
    }

    boolean asksFor(AwaitedRelease release) {
        return Filters.matches(sector, release.cell().sector())
                && Filters.matches(concept, release.cell().concept())
                && Filters.matches(source, release.source());
    }
}
