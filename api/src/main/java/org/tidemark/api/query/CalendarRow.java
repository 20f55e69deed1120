package org.tidemark.api.query;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.awaited.Prospect;

/**
 * The next release of a source as one estimate awaits it.
 *
 * @param release when, and of what
 * @param worth works out what it is worth to the estimate; a row that is only counted or passed over needs it not
 * @param today the day that its status is of
 */
record CalendarRow(AwaitedRelease release, Supplier<Prospect> worth, LocalDate today) {
    /** The unit of moves: those of a percentage are percentage points. */
    static String unit(AwaitedRelease release) {
        return release.unit().equals("percent") ? "percentage_points" : release.unit();
    }
}
