package org.tidemark.producers.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.publication.Publication;

/** Which publications lie too far after a clock to be believed, and how that is said. */
final class FutureClaims {
    private final Catalogue catalogue;
    private final @Nullable Instant clock;
    private final boolean live;

    private FutureClaims(Catalogue catalogue, @Nullable Instant clock, boolean live) {
        this.catalogue = catalogue;
        this.clock = clock;
        this.live = live;
    }

    /** Of a live system, which believes nothing before its day. */
    static FutureClaims live(Catalogue catalogue, Instant clock) {
        return new FutureClaims(catalogue, clock, true);
    }

    /**
     * Of history that is played.
     *
     * @param clock null where nothing is refused
     */
    static FutureClaims played(Catalogue catalogue, @Nullable Instant clock) {
        return new FutureClaims(catalogue, clock, false);
    }

    boolean refuse(Publication p) {
        return clock != null
                && (live || isClaimed(p))
                && p.published().isAfter(catalogue.recipes().releases().bounds().latest(clock));
    }

    /** By the file or the catalogue; what a lag dates is a convention, and follows from no word of anybody. */
    private static boolean isClaimed(Publication p) {
        return switch (p.basis()) {
            case STATED, FILE, CALENDAR -> true;
            case LAG, NEWEST, RECEIVED, ORDER -> false;
        };
    }

    /** Why one that is refused is refused. Of a replay without the clock: its files are the same each time. */
    String why(Publication p) {
        long hours =
                catalogue.recipes().releases().bounds().publication().ahead().toHours();
        if (!live || clock == null) {
            return "published %s, but that is still to come; correct the date, or set published_ahead under 'bounds:' in a file and pass --catalogue"
                    .formatted(p.published());
        }
        Instant now = clock.truncatedTo(ChronoUnit.SECONDS);
        return switch (p.basis()) {
            case LAG ->
                "its usual lag dates it %s, but the clock says %s; put the date of the file into its name, such as 2025-01-14"
                        .formatted(p.published(), now);
            default ->
                "published %s, but the clock says %s; it may lie at most %d hours after the clock: correct the date, or set published_ahead under 'bounds:' in a file and pass --catalogue"
                        .formatted(p.published(), now, hours);
        };
    }
}
