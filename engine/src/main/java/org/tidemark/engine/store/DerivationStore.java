package org.tidemark.engine.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
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
    private static final String ANEW = "anew";
    private static final String WHOLE = "";
    /** Of older ones rules of alerts, which ask for a few releases in a row, would hardly read. */
    private static final int ANEW_MAX = 16;

    private static final Key FLOORS = new KeyBuilder().text(FLOOR).key();

    private final Table<Object> entries;

    public DerivationStore(Tables tables, StorePlace place) {
        this.entries = tables.table(place.of(NAME), new Form<>(DerivationStore::encode, DerivationStore::decode));
    }

    /** With what an economy was derived; empty where nothing is remembered. */
    public String derived(String economy) {
        return text(new KeyBuilder().text(DERIVED).text(economy).key());
    }

    public void derived(String economy, String with) {
        put(new KeyBuilder().text(DERIVED).text(economy).key(), with);
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
        return text(new KeyBuilder().text(RULE).text(economy).text(id).key());
    }

    /** Notes all rules by which the alerts of an economy are read, by id, and forgets the others. */
    public void rules(String economy, Map<String, String> texts) {
        Set<Key> kept = new HashSet<>();
        texts.forEach((id, text) -> {
            Key key = new KeyBuilder().text(RULE).text(economy).text(id).key();
            kept.add(key);
            if (!text.equals(text(key))) {
                put(key, text);
            }
        });
        entries.retain(new KeyBuilder().text(RULE).text(economy).key(), kept);
    }

    /** The instant before which a cell said something else, on other grounds than figures; the epoch where it never did. */
    public Instant floor(EstimateKey key) {
        return entries.get(cellKey(FLOOR, key)) instanceof Instant floor ? floor : Instant.EPOCH;
    }

    /** Notes that a cell is said anew. */
    public void floor(EstimateKey key, Instant since) {
        SortedSet<Instant> anew = saidAnew(key);
        anew.add(since);
        while (anew.size() > ANEW_MAX) {
            anew.remove(anew.first());
        }
        put(
                cellKey(ANEW, key),
                anew.stream().map(at -> Long.toString(at.toEpochMilli())).collect(Collectors.joining(" ")));
        entries.put(cellKey(FLOOR, key), since);
    }

    /** The instants at which a cell was said anew, on other grounds than figures: the last of them. */
    public SortedSet<Instant> saidAnew(EstimateKey key) {
        SortedSet<Instant> anew = new TreeSet<>();
        String text = text(cellKey(ANEW, key));
        if (!text.isEmpty()) {
            for (String millis : text.split(" ", -1)) {
                anew.add(Instant.ofEpochMilli(Long.parseLong(millis)));
            }
        }
        // State of before these were noted.
        Instant floor = floor(key);
        if (floor.isAfter(Instant.EPOCH)) {
            anew.add(floor);
        }
        return anew;
    }

    /** The estimate as known no earlier than its floor. */
    public Estimate lifted(Estimate estimate) {
        return estimate.knownFrom(floor(estimate.key()));
    }

    private static Key cellKey(String kind, EstimateKey key) {
        return new KeyBuilder()
                .text(kind)
                .text(key.economy())
                .text(key.sector())
                .text(key.measure())
                .text(key.concept())
                .key();
    }

    private String text(Key key) {
        return entries.get(key) instanceof String text ? text : "";
    }

    private void put(Key key, String text) {
        entries.put(key, text);
    }

    private static byte[] encode(Object value) {
        return value instanceof Instant floor ? Form.INSTANT.encode(floor) : Form.TEXT.encode((String) value);
    }

    /** Floors are instants, all else is text. */
    private static Object decode(Key key, byte[] bytes) {
        return key.startsWith(FLOORS) ? Form.INSTANT.decode(key, bytes) : Form.TEXT.decode(key, bytes);
    }
}
