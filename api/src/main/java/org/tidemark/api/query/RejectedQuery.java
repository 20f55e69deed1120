package org.tidemark.api.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.store.RejectionStore;
import org.tidemark.engine.store.RejectionStore.Kept;
import org.tidemark.validate.RejectReason;

/**
 * Which refusals are asked for; a null filters nothing. An economy may be one that nobody knows: that may be why it was
 * refused.
 *
 * @param load hash of what was loaded
 * @param from refused then or later
 * @param to refused then or earlier
 */
record RejectedQuery(
        @Nullable String economy,
        @Nullable String source,
        @Nullable String load,
        @Nullable RejectReason reason,
        Instant from,
        Instant to) {
    static final List<String> PARAMETERS =
            List.of("economy", "source", "load", "reason", "from", "to", Parameters.LIMIT, Parameters.FORMAT);

    static RejectedQuery of(Parameters p) {
        return new RejectedQuery(
                p.text("economy"),
                p.text("source"),
                p.text("load"),
                p.oneOf("reason", RejectReason.class, RejectedQuery::written),
                p.beginning("from", Instant.EPOCH),
                p.end("to", EstimateQuery.EVER));
    }

    static String written(RejectReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    void each(RejectionStore store, Predicate<Kept> wantsMore) {
        store.each(kept -> !asksFor(kept) || wantsMore.test(kept));
    }

    private boolean asksFor(Kept kept) {
        return matches(economy, kept.rejection().economy())
                && matches(source, kept.rejection().source())
                && matches(load, kept.rejection().load())
                && (reason == null || reason == kept.rejection().reason())
                && !kept.refusedAt().isBefore(from)
                && !kept.refusedAt().isAfter(to);
    }

    private static boolean matches(@Nullable String wanted, @Nullable String is) {
        return wanted == null || wanted.equals(is);
    }
}
