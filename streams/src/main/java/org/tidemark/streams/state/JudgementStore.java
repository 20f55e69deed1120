package org.tidemark.streams.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.judge.Judgement;
import org.tidemark.judge.PartId;
import org.tidemark.series.BatchId;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** What was made of each part of a release that could be judged, by economy, source, indicator and publication. */
public final class JudgementStore {
    public static final String NAME = "judgements";

    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;
    private final @Nullable KeyValueStore<Bytes, byte[]> writable;
    private final Codec<Judgement> codec;

    /** For the task that owns the store. */
    public JudgementStore(KeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.writable = entries;
        this.codec = codecs.stored().judgements();
    }

    private JudgementStore(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.writable = null;
        this.codec = codecs.stored().judgements();
    }

    /** For queries. */
    public static JudgementStore reading(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        return new JudgementStore(entries, codecs);
    }

    public void put(Judgement judgement) {
        Objects.requireNonNull(writable, "opened for reading").put(key(judgement.part()), codec.encode(judgement));
    }

    public void delete(PartId part) {
        Objects.requireNonNull(writable, "opened for reading").delete(key(part));
    }

    public Optional<Judgement> of(PartId part) {
        byte[] held = entries.get(key(part));
        return held == null ? Optional.empty() : Optional.of(decode(held));
    }

    /** All judgements of one indicator of a source in an economy, in order of publication. */
    public List<Judgement> of(String economy, String source, String indicator) {
        List<Judgement> all = new ArrayList<>();
        Bytes prefix = prefix(economy, source, indicator).bytes();
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix, new BytesSerializer())) {
            range.forEachRemaining(entry -> all.add(decode(entry.value)));
        }
        return all;
    }

    /** Those of one economy, or of all when it is null, while the consumer wants more. */
    public void each(@Nullable String economy, Predicate<Judgement> wantsMore) {
        try (KeyValueIterator<Bytes, byte[]> range = economy == null
                ? entries.all()
                : entries.prefixScan(new StoreKey().text(economy).bytes(), new BytesSerializer())) {
            boolean more = true;
            while (more && range.hasNext()) {
                more = wantsMore.test(decode(range.next().value));
            }
        }
    }

    private static StoreKey prefix(String economy, String source, String indicator) {
        return new StoreKey().text(economy).text(source).text(indicator);
    }

    private static Bytes key(PartId part) {
        BatchId batch = part.batch();
        return prefix(part.economy(), batch.source(), part.indicator())
                .instant(batch.published())
                .text(batch.release())
                .text(batch.load())
                .bytes();
    }

    private Judgement decode(byte[] value) {
        try {
            return codec.decode(value);
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }
}
