package org.tidemark.engine.validate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.output.Output;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Watermark;
import org.tidemark.series.Withdrawal;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.validate.Validator;
import org.tidemark.validate.Verdict.Rejected;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/**
 * Decodes and judges what arrives. It reads bytes, so that a record that cannot be read is a rejection like any other
 * and never stops the flow.
 */
public final class ValidateStage {
    private final Validator validator;
    private final FutureGuard guard;
    private final Codec<Event> codec;
    private final Codec<Watermark> closings;
    private final Supplier<Instant> clock;
    private final Outlet out;

    /** Takes what was judged. */
    public interface Outlet {
        /** An event of an economy that has its place there. */
        void judged(String economy, Judged judged, Instant at);

        /** An instant is over on this partition. */
        void closed(Watermark closing, Instant at);

        /** A record is refused. */
        void refused(Output.Refused refused);
    }

    /**
     * One for a partition.
     *
     * @param clock for refusing what is published after it, and for nothing else
     */
    public ValidateStage(Validator validator, FutureGuard guard, Codecs codecs, Supplier<Instant> clock, Outlet out) {
        this.validator = validator;
        this.guard = guard;
        this.codec = codecs.events();
        this.closings = codecs.instantClosings();
        this.clock = clock;
        this.out = out;
    }

    /** Takes one record. */
    public void accept(Received record) {
        Event event;
        try {
            event = codec.decode(record.bytes());
        } catch (UndecodableException e) {
            readOtherwise(record, e);
            return;
        }
        accept(record, event);
    }

    /** Takes one event that comes without a record, as its record would be taken. */
    public void accept(Event event) {
        accept(Received.sent(event, () -> codec.encode(event)), event);
    }

    /** Takes in that an instant is over, without a record. */
    public void accept(Watermark closing) {
        out.closed(closing, closing.published());
    }

    private void accept(Received record, Event event) {
        Rejected unplaceable = Bounds.unplaceable(event);
        if (unplaceable != null) {
            reject(record, unplaceable, event);
            return;
        }
        Rejected no = whyNot(record, event);
        if (no != null) {
            refuse(record, event, no);
        } else if (event instanceof ReleaseEnd closing) {
            pass(record, new Judged.Closing(closing));
        } else if (event instanceof QuarantineDecision decision) {
            pass(record, new Judged.Decided(decision));
        } else if (event instanceof Withdrawal withdrawal) {
            pass(record, new Judged.ByHand(withdrawal));
        } else {
            pass(record, new Judged.Good((Observation) event));
        }
    }

    /** What is no event may end an instant: rare enough to be tried last. */
    private void readOtherwise(Received record, UndecodableException noEvent) {
        try {
            Watermark closing = closings.decode(record.bytes());
            Rejected unplaceable = Bounds.unplaceable(closing);
            Rejected no = unplaceable == null ? mistimed(record, closing.published()) : unplaceable;
            no = no == null ? guard.early(closing.published(), clock) : no;
            if (no == null) {
                out.closed(closing, record.at());
            } else {
                reject(record, no, null);
            }
        } catch (UndecodableException e) {
            reject(record, new Rejected(RejectReason.MALFORMED, String.valueOf(noEvent.getMessage())), null);
        }
    }

    private @Nullable Rejected whyNot(Received record, Event event) {
        Rejected no = misaddressed(record, event);
        if (no == null) {
            no = Bounds.oversized(event, record::bytes);
        }
        if (no == null && event instanceof Observation o && validator.judge(o) instanceof Rejected judged) {
            no = judged;
        }
        return no == null ? guard.early(event, clock) : no;
    }

    private void refuse(Received record, Event event, Rejected no) {
        reject(record, no, event);
        // Under another economy's key this is another partition: its release cannot be counted here.
        if (event instanceof Observation o && o.economy().equals(key(record))) {
            pass(record, new Judged.Refused(o, no.reason()));
        }
    }

    /** An economy lives on the partition of its key, and event time is the record's: both must say what the event says. */
    private static @Nullable Rejected misaddressed(Received record, Event event) {
        String key = key(record);
        if (!key.equals(event.economy())) {
            return new Rejected(
                    RejectReason.MISADDRESSED,
                    "record key '%s' is not the economy '%s'; send every event under its economy"
                            .formatted(Bounds.shown(key), event.economy()));
        }
        return mistimed(record, event.at());
    }

    private static @Nullable Rejected mistimed(Received record, Instant published) {
        return record.timestamp() == published.toEpochMilli()
                ? null
                : new Rejected(
                        RejectReason.MISADDRESSED,
                        "record timestamp %d is not published %d; send every event with its publication instant"
                                .formatted(record.timestamp(), published.toEpochMilli()));
    }

    private static String key(Received record) {
        return record.key() == null ? "(none)" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private void pass(Received record, Judged judged) {
        out.judged(key(record), judged, record.at());
    }

    private void reject(Received record, Rejected no, @Nullable Event event) {
        Rejection rejection = rejection(record, no, event);
        out.refused(new Output.Refused(ReceivedKey.toKeep(record.key()), rejection, record.at()));
    }

    private Rejection rejection(Received record, Rejected no, @Nullable Event event) {
        byte[] original = record.bytes();
        String place = record.place();
        // What contradicts its own address is of no load that could be sent again.
        if (event instanceof Observation o && no.reason() != RejectReason.MISADDRESSED) {
            return Rejection.of(o, no.reason(), no.detail(), place, original);
        }
        return new Rejection(
                no.reason(),
                no.detail(),
                place,
                event == null ? null : event.batch().source(),
                event == null ? null : event.economy(),
                event == null ? null : event.batch().release(),
                event == null ? null : event.batch().published(),
                original,
                null,
                place,
                null);
    }
}
