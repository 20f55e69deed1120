package org.tidemark.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tidemark.engine.table.Table;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.Period;
import org.tidemark.wire.Codecs;

/** What was said last of each cell, whatever was said before. */
class LatestEstimateStoreProperties {
    /** Keys that begin with one another, and cells of few estimates and of more than are passed one by one. */
    private static final List<String> ECONOMIES = List.of("DE", "DE-BY", "DEU");

    private static final List<String> CONCEPTS = List.of("firms", "firms.any_use");

    private final EncodedTables tables = new EncodedTables();
    private final LatestEstimateStore latest =
            LatestEstimateStore.reading(tables, StorePlace.ECONOMIES, Codecs.singleObject());
    private final SortedMap<String, Estimate> said = new TreeMap<>();

    private void fill(Random random) {
        Table<Estimate> history = EstimateStore.table(tables, StorePlace.ECONOMIES, Codecs.singleObject());
        for (String economy : ECONOMIES) {
            for (String concept : CONCEPTS) {
                int estimates = random.nextInt(3) * LatestEstimateStore.PASSED_MAX + random.nextInt(3) - 1;
                for (int i = 0; i < estimates; i++) {
                    // Now and then of an instant that voids some of those before.
                    Instant at = Instant.EPOCH.plusSeconds(i - random.nextInt(3));
                    Estimate estimate = new Estimate(
                            new EstimateKey(economy, "TOTAL", "penetration", concept),
                            at,
                            Period.parse("2023"),
                            i,
                            "",
                            "m",
                            "percent",
                            List.of(),
                            null);
                    EstimateStore.put(history, estimate);
                    said.put(estimate.key().toString(), estimate);
                }
            }
        }
    }

    @Property(tries = 100)
    void eachCellIsToldOnceWithItsLastEstimate(@ForAll Random random) {
        fill(random);

        List<Estimate> all = new ArrayList<>();
        latest.each(null, all::add);
        List<Estimate> one = new ArrayList<>();
        latest.each("DE", one::add);

        assertThat(all).containsExactlyInAnyOrderElementsOf(said.values());
        assertThat(one)
                .containsExactlyInAnyOrderElementsOf(said.values().stream()
                        .filter(estimate -> estimate.key().economy().equals("DE"))
                        .toList());
        for (Estimate estimate : all) {
            assertThat(latest.of(estimate.key())).contains(estimate);
        }
        assertThat(latest.of(new EstimateKey("FR", "TOTAL", "penetration", "firms")))
                .isEmpty();
    }

    @Property(tries = 50)
    void whoHasEnoughIsToldNoMore(@ForAll Random random) {
        fill(random);
        int enough = 1 + random.nextInt(3);

        List<Estimate> told = new ArrayList<>();
        latest.each(null, estimate -> {
            told.add(estimate);
            return told.size() < enough;
        });

        assertThat(told).hasSize(Math.min(enough, said.size()));
    }
}
