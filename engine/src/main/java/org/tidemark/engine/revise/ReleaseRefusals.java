package org.tidemark.engine.revise;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.output.Output;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.Withdrawal;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;

/** What is refused when a release, or a person's word on one, is held against the vintages: in words, with the bytes. */
final class ReleaseRefusals {
    private final Codec<Event> events;

    ReleaseRefusals(Codec<Event> events) {
        this.events = events;
    }

    Output.Refused of(QuarantineDecision d, Instant at) {
        return nothingToDecide(
                d,
                "%s %s: release %s of %s was never judged; 'tidemark quarantine list' shows what was"
                        .formatted(
                                d.economy(),
                                d.indicator(),
                                d.batch().release(),
                                d.batch().source()),
                "decision of %s".formatted(d.decidedAt()),
                at);
    }

    Output.Refused of(Withdrawal word, Instant at) {
        return nothingToDecide(
                word,
                "%s: nothing of release %s of %s is held that could be %s"
                        .formatted(
                                word.figure() == null ? word.economy() : word.figure(),
                                word.batch().release(),
                                word.batch().source(),
                                word.action() == Withdrawal.Action.WITHDRAW ? "withdrawn" : "restored"),
                "withdrawal of %s by %s".formatted(word.at(), word.by()),
                at);
    }

    private Output.Refused nothingToDecide(Event d, String detail, String place, Instant at) {
        Rejection rejection = new Rejection(
                RejectReason.NOTHING_TO_DECIDE,
                detail,
                place,
                d.batch().source(),
                d.economy(),
                d.batch().release(),
                d.batch().published(),
                events.encode(d));
        return refused(d.economy(), rejection, at);
    }

    Output.Refused of(Conflicts.Conflict conflict, Instant at) {
        Observation o = conflict.refused();
        Rejection rejection =
                Rejection.of(o, RejectReason.CONFLICTING, detail(o, conflict.other()), null, events.encode(o));
        return refused(o.economy(), rejection, at);
    }

    private static String detail(Observation o, @Nullable Observation other) {
        String another = other == null
                ? "another"
                : "%s (%s)"
                        .formatted(
                                other.value(),
                                other.place() == null ? other.batch().release() : other.place());
        return "%s: %s has two values at %s, %s and %s; ask the publisher, then send one of them under a later publication instant"
                .formatted(o.figure(), o.batch().source(), o.published(), o.value(), another);
    }

    private static Output.Refused refused(String economy, Rejection rejection, Instant at) {
        return new Output.Refused(economy.getBytes(StandardCharsets.UTF_8), rejection, at);
    }
}
