package org.tidemark.streams.validate;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseClosing;
import org.tidemark.streams.metrics.FlowListener;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.validate.Validator;
import org.tidemark.validate.Verdict;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/**
 * Decodes and judges what arrives. It reads bytes, so that a record that cannot be read is a rejection like any other
 * and never stops the stream.
 */
public final class ValidateProcessor implements Processor<byte[], byte[], Object, Object> {
    private final Validator validator;
    private final Codec<Event> codec;
    private final FlowListener listener;
    private final String next;
    private final String rejected;
    private @Nullable ProcessorContext<Object, Object> context;

    /**
     * Sends on by name.
     *
     * @param next child that takes {@link Judged} under the economy
     * @param rejected child that takes {@link Rejection} under the key as received
     */
    public ValidateProcessor(Validator validator, Codecs codecs, FlowListener listener, String next, String rejected) {
        this.validator = validator;
        this.codec = codecs.events();
        this.listener = listener;
        this.next = next;
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
            reject(record, RejectReason.MALFORMED, String.valueOf(e.getMessage()), null);
            return;
        }
        String misaddressed = misaddressed(record, event);
        if (misaddressed != null) {
            refuse(record, event, RejectReason.MISADDRESSED, misaddressed);
        } else if (event instanceof ReleaseClosing closing) {
            pass(record, closing.economy(), new Judged.Closing(closing));
        } else {
            judge(record, (Observation) event);
        }
    }

    private void judge(Record<byte[], byte[]> record, Observation observation) {
        Verdict verdict = validator.judge(observation);
        if (verdict instanceof Verdict.Rejected no) {
            refuse(record, observation, no.reason(), no.detail());
        } else {
            pass(record, observation.economy(), new Judged.Good(observation));
        }
    }

    private void refuse(Record<byte[], byte[]> record, Event event, RejectReason reason, String detail) {
        reject(record, reason, detail, event);
        // Under another economy's key this is another partition: its release cannot be counted here.
        if (event instanceof Observation o && o.economy().equals(key(record))) {
            pass(record, o.economy(), new Judged.Refused(o.economy(), o.batch(), o.ordinal(), reason));
        }
    }

    /** An economy lives on the partition of its key, and event time is the record's: both must say what the event says. */
    private static @Nullable String misaddressed(Record<byte[], byte[]> record, Event event) {
        String key = key(record);
        if (!key.equals(event.economy())) {
            return "record key '%s' is not the economy '%s'; send every event under its economy"
                    .formatted(key, event.economy());
        }
        long published = event.batch().published().toEpochMilli();
        if (record.timestamp() != published) {
            return "record timestamp %d is not published %d; send every event with its publication instant"
                    .formatted(record.timestamp(), published);
        }
        return null;
    }

    private static String key(Record<byte[], byte[]> record) {
        return record.key() == null ? "(none)" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private void pass(Record<byte[], byte[]> record, String economy, Judged judged) {
        context().forward(new Record<>(economy, judged, record.timestamp()), next);
    }

    private void reject(Record<byte[], byte[]> record, RejectReason reason, String detail, @Nullable Event event) {
        Rejection rejection = new Rejection(
                reason,
                detail,
                place(),
                event == null ? null : event.batch().source(),
                event == null ? null : event.economy(),
                event == null ? null : event.batch().release(),
                event == null ? null : event.batch().published(),
                record.value() == null ? new byte[0] : record.value());
        listener.rejected(reason);
        context().forward(new Record<>(record.key(), rejection, record.timestamp()), rejected);
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
