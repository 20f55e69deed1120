package org.tidemark.streams.validate;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.streams.state.RejectionStore;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Counts what the rejected topic holds, whoever wrote it, and keeps the newest of it for queries. */
public final class RejectionsProcessor implements Processor<byte[], byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(RejectionsProcessor.class);

    private final Codecs codecs;
    private final Codec<Rejection> codec;
    private int partition;
    private @Nullable RejectionStore store;

    public RejectionsProcessor(Codecs codecs) {
        this.codecs = codecs;
        this.codec = codecs.rejections();
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        partition = context.taskId().partition();
        store = new RejectionStore(context.getStateStore(RejectionStore.NAME), codecs);
        store.begin(partition);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        try {
            Objects.requireNonNull(store, "init comes first")
                    .add(partition, codec.decode(value), Instant.ofEpochMilli(record.timestamp()));
        } catch (UndecodableException e) {
            // A refusal of it would come here again.
            LOG.warn("a record on the topic of the rejected is no refusal: {}", e.getMessage());
        }
    }
}
