package org.tidemark.api.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.awaited.Wanted;
import org.tidemark.estimate.PenetrationReport;

/**
 * Which releases are asked for; a null filters nothing.
 *
 * @param measure is penetration where none is asked for: others take long
 * @param asOf the instant that nothing is known after
 * @param today the day that is told of: that of {@code asOf}, and not after the clock's
 */
record CalendarQuery(
        Economies economies,
        @Nullable String sector,
        String measure,
        @Nullable String concept,
        @Nullable String source,
        Instant asOf,
        LocalDate today) {
    /** What the list takes. */
    static final List<String> PARAMETERS =
            List.of("economy", "sector", "measure", "concept", "source", "as_of", Parameters.LIMIT, Parameters.FORMAT);

    /** What the same takes as iCalendar. */
    static final List<String> OF_ICS = List.of("economy", "sector", "measure", "concept", "source");

    static CalendarQuery of(Parameters p, Vocabulary words, Instant now) {
        Instant asked = p.end("as_of", now);
        String measure = Filters.known(p, "measure", words.measures(), "measures");
        Instant asOf = asked.isAfter(now) ? now : asked;
        return new CalendarQuery(
                Filters.economies(p, words.catalogue()),
                p.text("sector"),
                measure == null ? PenetrationReport.MEASURE : measure,
                p.text("concept"),
                p.text("source"),
                asOf,
                LocalDate.ofInstant(asOf, ZoneOffset.UTC));
    }

    /** What need be worked out. */
    Wanted wanted() {
        return new Wanted(economies::contains, measure::equals, s -> Filters.matches(source, s), asOf);
    }

    /** Penetration is of single economies; what else may be asked for may cross them. */
    boolean mayCrossEconomies() {
        return !measure.equals(PenetrationReport.MEASURE);
    }

    boolean asksFor(AwaitedRelease release) {
        return Filters.matches(sector, release.cell().sector())
                && Filters.matches(concept, release.cell().concept())
                && Filters.matches(source, release.source());
    }
}
