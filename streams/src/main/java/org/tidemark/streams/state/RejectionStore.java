package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/**
 * What the rejected topic holds, each refusal once, by partition: how many by reason since the topic began, and the
 * newest of them. Partitions are part of every key, since a query reads the stores of several as one.
 */
public final class RejectionStore {
    public static final String NAME = "rejections";

    /** How many each partition keeps to be asked for; the counts go on. */
    public static final int KEPT_MAX = 10_000;

    /** What is kept of the bytes as received; the topic has all of them. */
    static final int ORIGINAL_BYTES_MAX = 1_024;

    private static final int UTF8_BYTES_MAX = 4;
    private static final String COUNT = "count";
    private static final String NEWEST = "newest";
    private static final String ID = "id";
    private static final String KEPT = "kept";

    private final ReadOnlyKeyValueStore<Bytes, byte[]> entries;
    private final @Nullable KeyValueStore<Bytes, byte[]> writable;
    private final Codec<Rejection> codec;

    /** For the task that owns the store. */
    public RejectionStore(KeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.writable = entries;
        this.codec = codecs.stored().rejections();
    }

    private RejectionStore(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        this.entries = entries;
        this.writable = null;
        this.codec = codecs.stored().rejections();
    }

    /** For queries. */
    public static RejectionStore reading(ReadOnlyKeyValueStore<Bytes, byte[]> entries, Codecs codecs) {
        return new RejectionStore(entries, codecs);
    }

    /**
     * A refusal with when it was put on its topic.
     *
     * @param at where it stands in the order of all
     * @param rejection with the beginning of the bytes as received
     */
    public record Kept(Bytes at, Instant refusedAt, Rejection rejection) {}

    /** Begins each count of a partition at 0, so that whoever watches it sees the first refusal. */
    public void begin(int partition) {
        for (RejectReason reason : RejectReason.values()) {
            boolean unused = writable().putIfAbsent(count(partition, reason), number(0)) == null;
        }
    }

    /** Takes in one refusal, unless it is there already. */
    public void add(int partition, Rejection rejection, Instant refusedAt) {
        String id = rejection.id();
        if (id != null && entries.get(id(partition, id)) != null) {
            return;
        }
        long next = number(entries.get(newest(partition))) + 1;
        writable().put(newest(partition), number(next));
        writable().put(kept(partition, next), encoded(rejection, refusedAt));
        if (id != null) {
            writable().put(id(partition, id), number(next));
        }
        Bytes count = count(partition, rejection.reason());
        writable().put(count, number(number(entries.get(count)) + 1));
        forget(partition, next - KEPT_MAX);
    }

    private void forget(int partition, long oldest) {
        byte[] held = writable().delete(kept(partition, oldest));
        if (held != null) {
            String id = decoded(kept(partition, oldest), held).rejection().id();
            if (id != null) {
                writable().delete(id(partition, id));
            }
        }
    }

    /** How many refusals each partition has had, by reason. */
    public SortedMap<Integer, SortedMap<RejectReason, Long>> counts() {
        SortedMap<Integer, SortedMap<RejectReason, Long>> counts = new TreeMap<>();
        each(new StoreKey().text(COUNT), entry -> {
            String[] parts = new String(entry.key.get(), java.nio.charset.StandardCharsets.UTF_8).split("\0", -1);
            counts.computeIfAbsent(Integer.valueOf(parts[1]), p -> new TreeMap<>())
                    .put(RejectReason.valueOf(parts[2]), number(entry.value));
            return true;
        });
        return counts;
    }

    /** The refusals that are kept, oldest first within a partition, while the consumer wants more. */
    public void each(Predicate<Kept> wantsMore) {
        each(new StoreKey().text(KEPT), entry -> wantsMore.test(decoded(entry.key, entry.value)));
    }

    private void each(StoreKey prefix, Predicate<KeyValue<Bytes, byte[]>> wantsMore) {
        try (KeyValueIterator<Bytes, byte[]> range = entries.prefixScan(prefix.bytes(), new BytesSerializer())) {
            boolean more = true;
            while (more && range.hasNext()) {
                more = wantsMore.test(range.next());
            }
        }
    }

    private KeyValueStore<Bytes, byte[]> writable() {
        return Objects.requireNonNull(writable, "opened for reading");
    }

    private byte[] encoded(Rejection r, Instant refusedAt) {
        byte[] body = codec.encode(new Rejection(
                r.reason(),
                r.detail(),
                r.place(),
                r.source(),
                r.economy(),
                r.release(),
                r.published(),
                beginning(r.original()),
                r.load(),
                r.record(),
                r.id()));
        return ByteBuffer.allocate(Long.BYTES + body.length)
                .putLong(refusedAt.toEpochMilli())
                .put(body)
                .array();
    }

    /** Cut between two characters where it is UTF-8, so that a text stays one. */
    private static byte[] beginning(byte[] original) {
        if (original.length <= ORIGINAL_BYTES_MAX) {
            return original;
        }
        int end = ORIGINAL_BYTES_MAX;
        while (end > ORIGINAL_BYTES_MAX - UTF8_BYTES_MAX && (original[end] & 0xc0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(original, end);
    }

    private Kept decoded(Bytes at, byte[] value) {
        try {
            Instant refusedAt = Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
            return new Kept(at, refusedAt, codec.decode(Arrays.copyOfRange(value, Long.BYTES, value.length)));
        } catch (UndecodableException e) {
            throw new IllegalStateException("store " + NAME + " holds what this program did not write", e);
        }
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static long number(byte @Nullable [] stored) {
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
    }

    private static Bytes count(int partition, RejectReason reason) {
        return of(COUNT, partition).text(reason.name()).bytes();
    }

    private static Bytes newest(int partition) {
        return of(NEWEST, partition).bytes();
    }

    private static Bytes id(int partition, String id) {
        return of(ID, partition).text(id).bytes();
    }

    private static Bytes kept(int partition, long number) {
        return of(KEPT, partition).number(number).bytes();
    }

    private static StoreKey of(String what, int partition) {
        return new StoreKey().text(what).text(Integer.toString(partition));
    }
}
