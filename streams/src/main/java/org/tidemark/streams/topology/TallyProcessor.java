package org.tidemark.streams.topology;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.engine.validate.RejectionTally;
import org.tidemark.streams.state.KafkaTables;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Counts what the topic of the rejected holds, and keeps the newest of it. */
final class TallyProcessor implements Processor<byte[], byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(TallyProcessor.class);

    private final Codecs codecs;
    private @Nullable RejectionTally tally;
    private @Nullable ProcessorContext<Void, Void> context;

    TallyProcessor(Codecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        tally = new RejectionTally(
                new KafkaTables(context), codecs, context.taskId().partition());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        try {
            Objects.requireNonNull(tally, "init comes first").accept(value, Instant.ofEpochMilli(record.timestamp()));
        } catch (UndecodableException e) {
            // A refusal of it would come here again.
            LOG.warn(
                    "{}: no refusal, and Tidemark did not write it; passed over: {}",
                    context().recordMetadata().map(Places::place).orElse("(not from a topic)"),
                    e.getMessage());
        }
    }

    private ProcessorContext<Void, Void> context() {
        return Objects.requireNonNull(context, "init comes first");
    }
}
