package org.tidemark.streams.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;

/**
 * With what each economy was derived last, which rules its alerts were read by, and from when on its cells are known as they
 * are now.
 */
public final class DerivationStore {
    public static final String NAME = "derivations";

    private static final String DERIVED = "derived";
    private static final String RULE = "rule";
    private static final String FLOOR = "floor";
    private static final String WHOLE = "";

    private final KeyValueStore<Bytes, byte[]> entries;

    public DerivationStore(KeyValueStore<Bytes, byte[]> entries) {
        this.entries = entries;
    }

    /** With what an economy was derived; empty where nothing is remembered. */
    public String derived(String economy) {
        return text(new StoreKey().text(DERIVED).text(economy).bytes());
    }

    public void derived(String economy, String with) {
        put(new StoreKey().text(DERIVED).text(economy).bytes(), with);
    }

    /** With what all of the partition was derived; empty where nothing is remembered. */
    public String whole() {
        return derived(WHOLE);
    }

    public void whole(String with) {
        derived(WHOLE, with);
    }

    /** The rule as the alerts of an economy were read by last; empty where nothing is remembered. */
    public String rule(String economy, String id) {
        return text(new StoreKey().text(RULE).text(economy).text(id).bytes());
    }

    /** Notes all rules by which the alerts of an economy are read, by id, and forgets the others. */
    public void rules(String economy, Map<String, String> texts) {
        Set<Bytes> kept = new HashSet<>();
        texts.forEach((id, text) -> {
            Bytes key = new StoreKey().text(RULE).text(economy).text(id).bytes();
            kept.add(key);
            if (!text.equals(text(key))) {
                put(key, text);
            }
        });
        Ranges.retain(entries, new StoreKey().text(RULE).text(economy).bytes(), kept);
    }

    /** The instant before which a cell said something else, on other grounds than figures; the epoch where it never did. */
    public Instant floor(EstimateKey key) {
        byte[] stored = entries.get(floorKey(key));
        return stored == null
                ? Instant.EPOCH
                : Instant.ofEpochMilli(ByteBuffer.wrap(stored).getLong());
    }

    public void floor(EstimateKey key, Instant since) {
        entries.put(
                floorKey(key),
                ByteBuffer.allocate(Long.BYTES).putLong(since.toEpochMilli()).array());
    }

    /** The estimate as known no earlier than its floor. */
    public Estimate lifted(Estimate estimate) {
        return estimate.knownFrom(floor(estimate.key()));
    }

    private static Bytes floorKey(EstimateKey key) {
        return new StoreKey()
                .text(FLOOR)
                .text(key.economy())
                .text(key.sector())
                .text(key.measure())
                .text(key.concept())
                .bytes();
    }

    private String text(Bytes key) {
        byte[] stored = entries.get(key);
        return stored == null ? "" : new String(stored, StandardCharsets.UTF_8);
    }

    private void put(Bytes key, String text) {
        entries.put(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
