package org.tidemark.streams.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tidemark.accuracy.MaturedProjection;
import org.tidemark.engine.store.MaturedProjectionStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

class ScoreGaugesTest {
    private final FilledStores stores = new FilledStores();
    private final MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), 1_000);

    @AfterEach
    void close() throws Exception {
        metrics.close();
    }

    private void matured(String concept, int year, boolean inside) {
        MaturedProjectionStore.writing(stores, StorePlace.ECONOMIES)
                .put(
                        concept,
                        new MaturedProjection(
                                "penetration.projected",
                                12,
                                "DK",
                                Instant.parse(year + 1 + "-01-31T00:00:00Z"),
                                year + 0.5,
                                0.02,
                                0.04,
                                0.05,
                                0.01,
                                1.5,
                                0.5,
                                inside,
                                true));
    }

    private List<String> scraped() {
        metrics.read(stores);
        return new String(metrics.scrape(null).body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("tidemark_score_"))
                .toList();
    }

    @Test
    void aScoreIsShownByConceptMeasureAndMonths() {
        for (int year = 2010; year < 2020; year++) {
            matured("firms.any_use", year, year != 2012);
        }

        String labels = "{concept=\"firms.any_use\",measure=\"penetration.projected\",months=\"12\"}";
        assertThat(scraped())
                .contains(
                        "tidemark_score_projections" + labels + " 10.0",
                        "tidemark_score_error_ratio" + labels + " 0.02",
                        "tidemark_score_last_value_error_ratio" + labels + " 0.04",
                        "tidemark_score_inside80_ratio" + labels + " 0.9",
                        "tidemark_score_inside80_least_ratio" + labels + " 0.5",
                        "tidemark_score_inside80_most_ratio" + labels + " 1.0",
                        "tidemark_score_skill_ratio" + labels + " 0.75",
                        "tidemark_score_narrow_releases" + labels + " 0.0");
    }

    @Test
    void aBandThatHoldsNothingIsTooNarrowAfterEachOfTheLastPublications() {
        for (int year = 2010; year < 2020; year++) {
            matured("firms.any_use", year, false);
        }

        assertThat(scraped())
                .contains(
                        "tidemark_score_narrow_releases{concept=\"firms.any_use\",measure=\"penetration.projected\",months=\"12\"} 5.0");
    }

    @Test
    void inventedConceptsBeyondTheBoundAreNotShown() {
        for (int i = 0; i < ScoreGauges.CONCEPTS_MAX + 20; i++) {
            matured("firms.c" + i, 2015, true);
        }

        assertThat(scraped().stream().filter(line -> line.startsWith("tidemark_score_projections{")))
                .hasSize(ScoreGauges.CONCEPTS_MAX);
    }

    @Test
    void nothingHasComeYet() {
        assertThat(scraped()).isEmpty();
        stores.move();
        assertThat(scraped()).isEmpty();
    }
}
