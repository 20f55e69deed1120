package org.tidemark.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What has changed at an instant comes back as one change of each figure, once. */
class InstantStoreTest {
    private static final Instant BEFORE = Instant.parse("2024-01-31T23:59:59.999Z");
    private static final Instant NOW = Instant.parse("2024-02-29T23:59:59.999Z");
    private static final CurrentValue FIVE = new CurrentValue(5.0, 0.25, BEFORE);
    private static final CurrentValue SIX = new CurrentValue(6.0, null, NOW);
    private static final CurrentValue WITHDRAWN = new CurrentValue(null, null, NOW);

    private final EncodedTables tables = new EncodedTables();
    private final InstantStore store = new InstantStore(tables);

    private static ValueChange change(
            String economy, String period, CurrentValue before, CurrentValue after, String release) {
        SeriesId series = new SeriesId("adoption.firms.any_use", economy, "NACE:J", "EUROSTAT");
        return new ValueChange(
                new FigureId(series, Period.parse(period)),
                before,
                after,
                new BatchId("EUROSTAT", release, NOW, "load"),
                false);
    }

    @Test
    void changesComeBackWholeAndByEconomyAndOnce() {
        ValueChange first = change("US", "1959-01", CurrentValue.NONE, SIX, "r");
        ValueChange second = change("US", "2024-01", FIVE, WITHDRAWN, "r");
        store.add("US", List.of(second));
        store.add("US", List.of(first));
        store.add("US-CA", List.of(change("US-CA", "2024-01", FIVE, SIX, "r")));

        assertThat(store.takeWith("US", List.of())).containsExactly(first, second);
        assertThat(store.takeWith("US", List.of())).isEmpty();
        assertThat(store.takeWith("US-CA", List.of())).hasSize(1);
    }

    @Test
    void ofAFigureThatChangedTwiceTheFirstBeforeAndTheLastAfterCount() {
        store.add("US", List.of(change("US", "2024-01", FIVE, SIX, "r1")));

        assertThat(store.takeWith("US", List.of(change("US", "2024-01", SIX, WITHDRAWN, "r2"))))
                .containsExactly(change("US", "2024-01", FIVE, WITHDRAWN, "r2"));
    }

    @Test
    void whatChangedThereAndBackHasNotChanged() {
        store.add("US", List.of(change("US", "2024-01", FIVE, SIX, "r1")));

        assertThat(store.takeWith("US", List.of(change("US", "2024-01", SIX, FIVE, "r2"))))
                .isEmpty();
    }

    @Test
    void aLongReleaseLiesInFewEntriesAndComesBackWhole() {
        List<ValueChange> changes = IntStream.range(1900, 2100)
                .mapToObj(year -> change("US", String.valueOf(year), CurrentValue.NONE, SIX, "r"))
                .toList();
        store.add("US", changes);
        store.add("US", changes.subList(0, 1));

        assertThat(entries()).hasSize(5);
        assertThat(store.takeWith("US", List.of())).isEqualTo(changes);
        assertThat(entries()).isEmpty();
    }

    /** An instant that an earlier version left half told: its entries hold one change each, and came before all rows. */
    @Test
    void entriesOfOneChangeAreRead() {
        ValueChange before = change("US", "2024-01", FIVE, SIX, "r1");
        byte[] row = InstantRow.encode(List.of(before));
        Key key = new KeyBuilder()
                .text("US")
                .text("NACE:J")
                .text("adoption.firms.any_use")
                .key();
        tables.bytes(InstantStore.NAME).put(key, Arrays.copyOfRange(row, 2, row.length));
        store.add("US", List.of(change("US", "2024-01", SIX, WITHDRAWN, "r2")));

        assertThat(store.takeWith("US", List.of())).containsExactly(change("US", "2024-01", FIVE, WITHDRAWN, "r2"));
    }

    private List<Key> entries() {
        List<Key> keys = new ArrayList<>();
        boolean unused = tables.bytes(InstantStore.NAME).scan(Key.EMPTY, entry -> keys.add(entry.key()));
        return keys;
    }
}
