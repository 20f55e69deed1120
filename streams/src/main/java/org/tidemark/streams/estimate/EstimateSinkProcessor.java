package org.tidemark.streams.estimate;

import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.streams.state.EstimateStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.StorePlace;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;

/** Writes each estimate to the stores that queries read, to the topic of all estimates and to that of the latest. */
public final class EstimateSinkProcessor implements Processor<EstimateKey, Estimate, EstimateKey, byte[]> {
    private final StorePlace place;
    private final Codec<Estimate> sent;
    private final Codec<Estimate> stored;
    private final String all;
    private final String latest;
    private @Nullable ProcessorContext<EstimateKey, byte[]> context;
    private @Nullable KeyValueStore<Bytes, byte[]> history;
    private @Nullable KeyValueStore<Bytes, byte[]> present;

    public EstimateSinkProcessor(StorePlace place, Codecs codecs, String all, String latest) {
        this.place = place;
        this.sent = codecs.estimates();
        this.stored = codecs.stored().estimates();
        this.all = all;
        this.latest = latest;
    }

    @Override
    public void init(ProcessorContext<EstimateKey, byte[]> context) {
        this.context = context;
        history = context.getStateStore(place.of(EstimateStore.NAME));
        present = context.getStateStore(place.of(LatestEstimateStore.NAME));
    }

    @Override
    public void process(Record<EstimateKey, Estimate> record) {
        Estimate estimate = record.value();
        byte[] kept = stored.encode(estimate);
        EstimateStore.put(Objects.requireNonNull(history, "init comes first"), estimate, kept);
        LatestEstimateStore.put(Objects.requireNonNull(present, "init comes first"), estimate, kept);
        byte[] encoded = sent.equals(stored) ? kept : sent.encode(estimate);
        ProcessorContext<EstimateKey, byte[]> out = Objects.requireNonNull(context, "init comes first");
        out.forward(record.withValue(encoded), all);
        // Of a cell whose inputs were all withdrawn nothing is the latest: a tombstone.
        out.forward(record.withValue(estimate.inputs() == 0 ? null : encoded), latest);
    }
}
