package org.tidemark.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.Period;
import org.tidemark.wire.Codecs;

class StoresTest {
    private static final EstimateKey CELL = new EstimateKey("DE", "TOTAL", "penetration", "firms.any_use");
    /** Its key begins with the same letters. */
    private static final EstimateKey PART = new EstimateKey("DE-BY", "TOTAL", "penetration", "firms.any_use");

    private static final Instant PUBLISHED = Instant.parse("2024-05-17T23:59:59.999Z");

    private final EncodedTables tables = new EncodedTables();

    @Test
    void completionsAreOfOneSourceInOneEconomy() {
        CompletionStore store = new CompletionStore(tables);
        Instant before1970 = Instant.parse("1960-01-01T00:00:00Z");
        store.put("DE", "RAMP", PUBLISHED);
        store.put("DE", "RAMP", before1970);
        store.put("DE", "RAMP_B", PUBLISHED.plusMillis(1));
        store.put("DE-BY", "RAMP", PUBLISHED.plusMillis(2));

        assertThat(store.of("DE", "RAMP")).containsExactly(before1970, PUBLISHED);
    }

    @Test
    void anEstimateVoidsThoseOfLaterInstantsOfItsCell() {
        EstimateStore store = EstimateStore.reading(tables, Codecs.singleObject());
        for (EstimateKey key : List.of(CELL, PART)) {
            put(estimate(key, PUBLISHED, "before"));
            put(estimate(key, PUBLISHED.plusMillis(9), "taken back"));
        }

        put(estimate(CELL, PUBLISHED.plusMillis(3), "now"));

        assertThat(asOf(store, CELL, PUBLISHED.plusSeconds(1)).model()).isEqualTo("now");
        assertThat(asOf(store, CELL, PUBLISHED.plusMillis(2)).model()).isEqualTo("before");
        assertThat(asOf(store, PART, PUBLISHED.plusSeconds(1)).model()).isEqualTo("taken back");
        assertThat(store.asOf(CELL, PUBLISHED.minusMillis(1))).isNull();
    }

    private static Estimate asOf(EstimateStore store, EstimateKey key, Instant instant) {
        return Objects.requireNonNull(store.asOf(key, instant));
    }

    private void put(Estimate estimate) {
        EstimateStore.put(EstimateStore.table(tables, StorePlace.ECONOMIES, Codecs.singleObject()), estimate);
    }

    private static Estimate estimate(EstimateKey key, Instant asOf, String model) {
        return new Estimate(key, asOf, Period.parse("2023"), 1, "", model, "percent", List.of(), null);
    }
}
