package org.tidemark.streams.validate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Event;
import org.tidemark.series.InstantClosing;
import org.tidemark.series.Observation;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.series.ReleaseClosing;
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
 * and never stops the stream.
 */
public final class ValidateProcessor implements Processor<byte[], byte[], Object, Object> {
    private final Validator validator;
    private final FutureGuard guard;
    private final Codec<Event> codec;
    private final Codec<InstantClosing> closings;
    private final String next;
    private final String closed;
    private final String rejected;
    private @Nullable ProcessorContext<Object, Object> context;

    /**
     * Sends on by name.
     *
     * @param next child that takes {@link Judged} under the economy
     * @param closed child that takes {@link InstantClosing}
     * @param rejected child that takes {@link Rejection} under the key as received
     */
    public ValidateProcessor(
            Validator validator, FutureGuard guard, Codecs codecs, String next, String closed, String rejected) {
        this.validator = validator;
        this.guard = guard;
        this.codec = codecs.events();
        this.closings = codecs.instantClosings();
        this.next = next;
        this.closed = closed;
        this.rejected = rejected;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Event event;
        try {
            event = codec.decode(record.value() == null ? new byte[0] : record.value());
        } catch (UndecodableException e) {
            readOtherwise(record, e);
            return;
        }
        Rejected unplaceable = Bounds.unplaceable(event);
        if (unplaceable != null) {
            reject(record, unplaceable, event);
            return;
        }
        Rejected no = whyNot(record, event);
        if (no != null) {
            refuse(record, event, no);
        } else if (event instanceof ReleaseClosing closing) {
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
    private void readOtherwise(Record<byte[], byte[]> record, UndecodableException noEvent) {
        try {
            InstantClosing closing = closings.decode(record.value() == null ? new byte[0] : record.value());
            Rejected unplaceable = Bounds.unplaceable(closing);
            Rejected no = unplaceable == null ? mistimed(record, closing.published()) : unplaceable;
            no = no == null ? guard.early(closing.published(), this::now) : no;
            if (no == null) {
                context().forward(new Record<>("", closing, record.timestamp()), closed);
            } else {
                reject(record, no, null);
            }
        } catch (UndecodableException e) {
            reject(record, new Rejected(RejectReason.MALFORMED, String.valueOf(noEvent.getMessage())), null);
        }
    }

    private @Nullable Rejected whyNot(Record<byte[], byte[]> record, Event event) {
        Rejected no = misaddressed(record, event);
        if (no == null) {
            no = Bounds.oversized(record.value());
        }
        if (no == null && event instanceof Observation o && validator.judge(o) instanceof Rejected judged) {
            no = judged;
        }
        return no == null ? guard.early(event, this::now) : no;
    }

    /** For refusing alone; no estimate knows it. */
    private Instant now() {
        return Instant.ofEpochMilli(context().currentSystemTimeMs());
    }

    private void refuse(Record<byte[], byte[]> record, Event event, Rejected no) {
        reject(record, no, event);
        // Under another economy's key this is another partition: its release cannot be counted here.
        if (event instanceof Observation o && o.economy().equals(key(record))) {
            pass(record, new Judged.Refused(o, no.reason()));
        }
    }

    /** An economy lives on the partition of its key, and event time is the record's: both must say what the event says. */
    private static @Nullable Rejected misaddressed(Record<byte[], byte[]> record, Event event) {
        String key = key(record);
        if (!key.equals(event.economy())) {
            return new Rejected(
                    RejectReason.MISADDRESSED,
                    "record key '%s' is not the economy '%s'; send every event under its economy"
                            .formatted(Bounds.shown(key), event.economy()));
        }
        return mistimed(record, event.at());
    }

    private static @Nullable Rejected mistimed(Record<byte[], byte[]> record, Instant published) {
        return record.timestamp() == published.toEpochMilli()
                ? null
                : new Rejected(
                        RejectReason.MISADDRESSED,
                        "record timestamp %d is not published %d; send every event with its publication instant"
                                .formatted(record.timestamp(), published.toEpochMilli()));
    }

    private static String key(Record<byte[], byte[]> record) {
        return record.key() == null ? "(none)" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private void pass(Record<byte[], byte[]> record, Judged judged) {
        context().forward(new Record<>(key(record), judged, record.timestamp()), next);
    }

    private void reject(Record<byte[], byte[]> record, Rejected no, @Nullable Event event) {
        Rejection rejection = rejection(record, no, event);
        context().forward(new Record<>(ReceivedKey.toKeep(record.key()), rejection, record.timestamp()), rejected);
    }

    private Rejection rejection(Record<byte[], byte[]> record, Rejected no, @Nullable Event event) {
        byte[] original = record.value() == null ? new byte[0] : record.value();
        String place = place();
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

    private String place() {
        return context().recordMetadata().map(ValidateProcessor::place).orElse("(not from a topic)");
    }

    private static String place(RecordMetadata m) {
        return "topic %s, partition %d, offset %d".formatted(m.topic(), m.partition(), m.offset());
    }

    private ProcessorContext<Object, Object> context() {
        return Objects.requireNonNull(context, "init comes first");
    }
}
