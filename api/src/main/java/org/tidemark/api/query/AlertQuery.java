package org.tidemark.api.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.alert.AlertEvent;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.store.AlertStore;

/**
 * Which alerts are asked for; a null filters nothing.
 *
 * @param status all that was said, or of each alert that was active at {@code asOf} what it was raised with
 * @param from nothing that was said earlier counts
 * @param asOf nothing that was said later counts
 */
record AlertQuery(
        Economies economies,
        @Nullable String sector,
        @Nullable String rule,
        Status status,
        Instant from,
        Instant asOf) {
    static final List<String> PARAMETERS =
            List.of("economy", "sector", "rule", "status", "as_of", "from", "to", Parameters.LIMIT, Parameters.FORMAT);

    /** Which of them. */
    enum Status {
        ALL,
        ACTIVE;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static AlertQuery of(Parameters p, Catalogue catalogue) {
        Status status = p.oneOf("status", Status.class, Status::written);
        Instant from = p.beginning("from", EstimateQuery.EARLIEST);
        Instant to = p.end("to", EstimateQuery.EVER);
        Instant asOf = p.end("as_of", EstimateQuery.EVER);
        if (to.isBefore(from)) {
            throw new BadQueryException(
                    "from %s is after to %s; exchange them".formatted(p.text("from"), p.text("to")));
        }
        if (status == Status.ACTIVE && (p.text("from") != null || p.text("to") != null)) {
            throw new BadQueryException("status=active tells one instant; give as_of, and neither from nor to");
        }
        return new AlertQuery(
                Filters.economies(p, catalogue),
                p.text("sector"),
                rule(p, catalogue),
                status == null ? Status.ALL : status,
                from,
                to.isBefore(asOf) ? to : asOf);
    }

    private static @Nullable String rule(Parameters p, Catalogue catalogue) {
        return Filters.known(
                p,
                "rule",
                catalogue.recipes().alerts().all().stream().map(r -> r.id()).toList(),
                "rules");
    }

    /** Those of a store, by alert and instant. */
    void each(AlertStore store, Predicate<AlertEvent> wantsMore) {
        if (status == Status.ALL) {
            economies.<AlertEvent>each(
                    (economy, all) -> store.each(economy, all), e -> !asksFor(e) || wantsMore.test(e));
            return;
        }
        Active active = new Active(wantsMore);
        boolean[] all = {true};
        economies.<AlertEvent>each(
                (economy, events) -> store.each(economy, events), e -> all[0] = !asksFor(e) || active.take(e));
        if (all[0]) {
            active.end();
        }
    }

    private boolean asksFor(AlertEvent e) {
        return Filters.matches(rule, e.key().rule())
                && Filters.matches(sector, e.key().sector())
                && !e.asOf().isBefore(from)
                && !e.asOf().isAfter(asOf);
    }

    /** Of events by alert and instant those that were the last word on their alert, and raised it. */
    private static final class Active {
        private final Predicate<AlertEvent> wantsMore;
        private @Nullable AlertEvent last;

        Active(Predicate<AlertEvent> wantsMore) {
            this.wantsMore = wantsMore;
        }

        boolean take(AlertEvent event) {
            AlertEvent before = last;
            // What began and ended at one instant is over: of its two events the end is meant.
            boolean sameInstant = before != null
                    && before.key().equals(event.key())
                    && before.asOf().equals(event.asOf());
            last = sameInstant && event.kind() == AlertEvent.Kind.RAISED ? before : event;
            boolean another = before != null && !before.key().equals(event.key());
            return !another || told(before);
        }

        void end() {
            boolean unused = told(last);
        }

        private boolean told(@Nullable AlertEvent event) {
            return event == null || event.kind() != AlertEvent.Kind.RAISED || wantsMore.test(event);
        }
    }
}
