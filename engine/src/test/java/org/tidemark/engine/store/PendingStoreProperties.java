package org.tidemark.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.engine.store.PendingStore.Place;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.table.Table;
import org.tidemark.engine.table.Tables;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;
import org.tidemark.wire.Codecs;

/** What is taken is the last that was sent of each place, in order, however places came and wherever they lie. */
class PendingStoreProperties {
    private static final Codecs CODECS = Codecs.singleObject();
    private static final Instant PUBLISHED = Instant.parse("2024-05-17T00:00:00Z");
    private static final BatchId BATCH = new BatchId("EUROSTAT", "2024-05-17", PUBLISHED, "load");
    private static final SeriesId SERIES = new SeriesId("adoption.firms.any_use", "DE", "TOTAL", "EUROSTAT");

    record Sent(int ordinal, double value, String note, boolean refused) {
        Observation observation() {
            return PendingStoreProperties.observation(BATCH, ordinal, value, note);
        }

        void to(PendingStore store) {
            if (refused) {
                store.putRefused(observation(), RejectReason.OUT_OF_RANGE);
            } else {
                store.put(observation());
            }
        }

        boolean is(Place place) {
            return refused
                    ? place instanceof Place.Refused r && r.observation().ordinal() == ordinal
                    : place.equals(new Place.Observed(observation()));
        }
    }

    private static Observation observation(BatchId batch, int ordinal, double value, String note) {
        return new Observation(
                new FigureId(SERIES, Period.parse(String.valueOf(1000 + ordinal))),
                value,
                null,
                "percent",
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                batch,
                ordinal,
                PUBLISHED,
                note);
    }

    @Provide
    Arbitrary<List<Sent>> sent() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of("short", "x".repeat(3_000)),
                        Arbitraries.of(true, false, false))
                .as((ordinal, value, note, refused) -> new Sent(ordinal, value, note, refused))
                .list()
                .ofMaxSize(250);
    }

    @Property(tries = 60)
    void theLastOfEachPlaceComesBackInOrder(@ForAll("sent") List<Sent> sent, @ForAll boolean bytes) {
        Tables tables = bytes ? new EncodedTables() : new MemoryTables();
        PendingStore store = new PendingStore(tables, CODECS);
        SortedMap<Integer, Sent> last = new TreeMap<>();
        for (Sent each : sent) {
            each.to(store);
            last.put(each.ordinal(), each);
        }
        int whole = 0;
        while (last.containsKey(whole)) {
            whole++;
        }

        assertThat(store.take("DE", BATCH, whole + 1)).isEmpty();
        List<Place> taken = store.take("DE", BATCH, whole).orElseThrow();

        assertThat(taken).hasSize(whole);
        for (int i = 0; i < whole; i++) {
            assertThat(Objects.requireNonNull(last.get(i)).is(taken.get(i)))
                    .as("place %d", i)
                    .isTrue();
        }
        assertThat(store.take("DE", BATCH, 1)).as("what was taken is gone").isEmpty();
    }

    @Example
    void aRowIsOneEntryAndALongTextLiesAlone() {
        EncodedTables tables = new EncodedTables();
        PendingStore store = new PendingStore(tables, CODECS);
        for (int i = 0; i < PendingRow.PLACES_MAX; i++) {
            store.put(observation(BATCH, i, i, i == 7 ? "x".repeat(1_000_000) : "short"));
        }

        assertThat(sizes(tables)).hasSize(2);
        assertThat(store.take("DE", BATCH, PendingRow.PLACES_MAX)).isPresent();
        assertThat(sizes(tables)).isEmpty();
    }

    /** A release that an earlier version left half sent closes. */
    @Example
    void entriesOfOnePlaceAreRead() {
        EncodedTables tables = new EncodedTables();
        PendingStore store = new PendingStore(tables, CODECS);
        for (int ordinal : new int[] {0, 1, 33}) {
            Observation before = observation(BATCH, ordinal, 1, "before");
            byte[] body = CODECS.stored().events().encode(before);
            byte[] marked = new byte[body.length + 1];
            System.arraycopy(body, 0, marked, 1, body.length);
            tables.bytes(PendingStore.NAME).put(keyOf(ordinal), marked);
        }
        for (int ordinal = 2; ordinal < 34; ordinal++) {
            store.put(observation(BATCH, ordinal, 2, "now"));
        }

        List<Place> taken = store.take("DE", BATCH, 34).orElseThrow();

        assertThat(taken)
                .extracting(place -> ((Place.Observed) place).observation().note())
                .startsWith("before", "before", "now")
                .endsWith("now");
        assertThat(sizes(tables)).isEmpty();
    }

    private static Key keyOf(int ordinal) {
        return new KeyBuilder()
                .text("DE")
                .instant(PUBLISHED)
                .text(BATCH.source())
                .text(BATCH.release())
                .text(BATCH.load())
                .number(ordinal)
                .key();
    }

    private static Map<Key, Integer> sizes(EncodedTables tables) {
        Table<byte[]> entries = tables.bytes(PendingStore.NAME);
        Map<Key, Integer> sizes = new TreeMap<>();
        boolean unused = entries.scan(Key.EMPTY, entry -> {
            sizes.put(entry.key(), entry.value().length);
            return true;
        });
        return sizes;
    }
}
