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
import org.tidemark.news.News;
import org.tidemark.streams.state.NewsStore;
import org.tidemark.streams.state.StorePlace;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;

/**
 * Writes news to the store that queries read and to their topic. Of estimates it takes note only of what they make void; the
 * news of one come after it.
 */
public final class NewsSinkProcessor implements Processor<EstimateKey, Object, EstimateKey, byte[]> {
    private final StorePlace place;
    private final Codec<News> sent;
    private final Codec<News> stored;
    private @Nullable ProcessorContext<EstimateKey, byte[]> context;
    private @Nullable KeyValueStore<Bytes, byte[]> told;

    public NewsSinkProcessor(StorePlace place, Codecs codecs) {
        this.place = place;
        this.sent = codecs.news();
        this.stored = codecs.stored().news();
    }

    @Override
    public void init(ProcessorContext<EstimateKey, byte[]> context) {
        this.context = context;
        told = context.getStateStore(place.of(NewsStore.NAME));
    }

    @Override
    public void process(Record<EstimateKey, Object> record) {
        KeyValueStore<Bytes, byte[]> store = Objects.requireNonNull(told, "init comes first");
        if (record.value() instanceof Estimate estimate) {
            NewsStore.dropFrom(store, estimate.key(), estimate.asOf());
        } else if (record.value() instanceof News news) {
            byte[] kept = stored.encode(news);
            NewsStore.put(store, news, kept);
            byte[] encoded = sent.equals(stored) ? kept : sent.encode(news);
            Objects.requireNonNull(context, "init comes first").forward(record.withValue(encoded));
        }
    }
}
