package org.tidemark.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.TableReader;
import org.tidemark.engine.table.TableReaders;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.table.ValueForm;
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

    private static final Key KEPT_ENTRIES = new KeyBuilder().text(KEPT).key();

    private final TableReader<Object> entries;
    private final @Nullable Table<Object> writable;

    /** For the task that owns the table. */
    public RejectionStore(Tables tables, Codecs codecs) {
        this.writable = tables.table(NAME, form(codecs));
        this.entries = writable;
    }

    private RejectionStore(TableReader<Object> entries) {
        this.entries = entries;
        this.writable = null;
    }

    /** For queries. */
    public static RejectionStore reading(TableReaders tables, Codecs codecs) {
        return new RejectionStore(tables.reader(NAME, form(codecs)));
    }

    private static ValueForm<Object> form(Codecs codecs) {
        Codec<Rejection> codec = codecs.stored().rejections();
        return new Form<>(value -> encode(codec, value), (key, bytes) -> decode(codec, key, bytes));
    }

    /**
     * A refusal with when it was put on its topic.
     *
     * @param at where it stands in the order of all
     * @param rejection with the beginning of the bytes as received
     */
    public record Kept(Key at, Instant refusedAt, Rejection rejection) {}

    /** Begins each count of a partition at 0, so that whoever watches it sees the first refusal. */
    public void begin(int partition) {
        for (RejectReason reason : RejectReason.values()) {
            boolean unused = writable().putIfAbsent(count(partition, reason), 0L);
        }
    }

    /** Takes in one refusal, unless it is there already. */
    public void add(int partition, Rejection rejection, Instant refusedAt) {
        String id = rejection.id();
        if (id != null && entries.get(id(partition, id)) != null) {
            return;
        }
        long next = number(entries.get(newest(partition))) + 1;
        writable().put(newest(partition), next);
        Key at = kept(partition, next);
        writable().put(at, new Kept(at, refusedAt, shortened(rejection)));
        if (id != null) {
            writable().put(id(partition, id), next);
        }
        Key count = count(partition, rejection.reason());
        writable().put(count, number(entries.get(count)) + 1);
        forget(partition, next - KEPT_MAX);
    }

    private void forget(int partition, long oldest) {
        if (writable().delete(kept(partition, oldest)) instanceof Kept held) {
            String id = held.rejection().id();
            if (id != null) {
                Object unused = writable().delete(id(partition, id));
            }
        }
    }

    /** How many refusals each partition has had, by reason. */
    public SortedMap<Integer, SortedMap<RejectReason, Long>> counts() {
        SortedMap<Integer, SortedMap<RejectReason, Long>> counts = new TreeMap<>();
        boolean unused = entries.scan(new KeyBuilder().text(COUNT).key(), entry -> {
            String[] parts = new String(entry.key().bytes(), StandardCharsets.UTF_8).split("\0", -1);
            counts.computeIfAbsent(Integer.valueOf(parts[1]), p -> new TreeMap<>())
                    .put(RejectReason.valueOf(parts[2]), number(entry.value()));
            return true;
        });
        return counts;
    }

    /** The refusals that are kept, oldest first within a partition, while the consumer wants more. */
    public void each(Predicate<Kept> wantsMore) {
        boolean unused = entries.scan(KEPT_ENTRIES, entry -> wantsMore.test((Kept) entry.value()));
    }

    private Table<Object> writable() {
        return Objects.requireNonNull(writable, "opened for reading");
    }

    private static Rejection shortened(Rejection r) {
        return new Rejection(
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
                r.id());
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

    private static byte[] encode(Codec<Rejection> codec, Object value) {
        if (value instanceof Kept kept) {
            byte[] body = codec.encode(kept.rejection());
            return ByteBuffer.allocate(Long.BYTES + body.length)
                    .putLong(kept.refusedAt().toEpochMilli())
                    .put(body)
                    .array();
        }
        return ByteBuffer.allocate(Long.BYTES).putLong((Long) value).array();
    }

    /** All but what is kept of a refusal are numbers. */
    private static Object decode(Codec<Rejection> codec, Key at, byte[] value) {
        if (!at.startsWith(KEPT_ENTRIES)) {
            return ByteBuffer.wrap(value).getLong();
        }
        try {
            Instant refusedAt = Instant.ofEpochMilli(ByteBuffer.wrap(value).getLong());
            return new Kept(at, refusedAt, codec.decode(Arrays.copyOfRange(value, Long.BYTES, value.length)));
        } catch (UndecodableException e) {
            throw CodecForm.strange(NAME, e);
        }
    }

    private static long number(@Nullable Object stored) {
        return stored instanceof Long number ? number : 0;
    }

    private static Key count(int partition, RejectReason reason) {
        return of(COUNT, partition).text(reason.name()).key();
    }

    private static Key newest(int partition) {
        return of(NEWEST, partition).key();
    }

    private static Key id(int partition, String id) {
        return of(ID, partition).text(id).key();
    }

    private static Key kept(int partition, long number) {
        return of(KEPT, partition).number(number).key();
    }

    private static KeyBuilder of(String what, int partition) {
        return new KeyBuilder().text(what).text(Integer.toString(partition));
    }
}
