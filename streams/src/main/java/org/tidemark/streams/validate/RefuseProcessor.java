package org.tidemark.streams.validate;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tidemark.streams.state.RefusedStore;
import org.tidemark.validate.Rejection;

/** Lets each refusal through once: a load that died and is sent again, six times perhaps, has the same bad rows. */
public final class RefuseProcessor implements Processor<byte[], Rejection, byte[], Rejection> {
    private final String rejected;
    private @Nullable ProcessorContext<byte[], Rejection> context;
    private @Nullable RefusedStore refused;

    /**
     * Sends on by name.
     *
     * @param rejected child that takes {@link Rejection} under the key as received
     */
    public RefuseProcessor(String rejected) {
        this.rejected = rejected;
    }

    @Override
    public void init(ProcessorContext<byte[], Rejection> context) {
        this.context = context;
        refused = new RefusedStore(context.getStateStore(RefusedStore.NAME));
    }

    @Override
    public void process(Record<byte[], Rejection> record) {
        String id = record.value().id();
        String economy = record.value().economy();
        boolean first = id == null
                || economy == null
                || Objects.requireNonNull(refused, "init comes first").isFirst(economy, id);
        if (first) {
            Objects.requireNonNull(context, "init comes first").forward(record, rejected);
        }
    }
}
