package org.tidemark.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.Figure;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What composed estimates keep: beliefs, and what was said first. */
class BeliefStoresTest {
    private static final Instant PUBLISHED = Instant.parse("2024-05-17T23:59:59.999Z");
    private static final EstimateKey GAP = new EstimateKey("US", "TOTAL", "demand_gap", "retail");

    private final EncodedTables tables = new EncodedTables();

    private static FigureId figure(String indicator, String economy, String period) {
        return new FigureId(
                new SeriesId(indicator, economy, "INDEED:construction", "INDEED_POSTINGS"), Period.parse(period));
    }

    @Test
    void beliefsComeBackByIndicatorOldPeriodsAndMissingErrorsIncluded() {
        BeliefStore store = new BeliefStore(tables, StorePlace.PANELS);
        store.put(figure("labour.a", "US", "1959-01"), 3.5, null, PUBLISHED);
        store.put(figure("labour.a", "US", "2024-01-06/2024-01-12"), 4.5, 0.25, PUBLISHED.plusMillis(1));
        store.put(figure("labour.ab", "US", "2024-01"), 9.0, null, PUBLISHED);
        store.put(figure("labour.a", "US-CA", "2024-01"), 9.0, null, PUBLISHED);

        HeldFigures held = new HeldFigures("US");
        store.read("labour.a", held);

        assertThat(held.series("labour.a", "INDEED:construction").orElseThrow().figures())
                .containsExactly(
                        new Figure(Period.parse("1959-01"), 3.5, null, PUBLISHED),
                        new Figure(Period.parse("2024-01-06/2024-01-12"), 4.5, 0.25, PUBLISHED.plusMillis(1)));
        assertThat(held.sectors("labour.ab")).isEmpty();
    }

    @Test
    void aWithdrawalIsKnownAndAForgottenFigureIsNot() {
        BeliefStore store = new BeliefStore(tables, StorePlace.PANELS);
        FigureId figure = figure("labour.a", "US", "2024-01");
        store.put(figure, null, null, PUBLISHED);

        HeldFigures withdrawn = new HeldFigures("US");
        store.read("labour.a", withdrawn);
        assertThat(withdrawn
                        .series("labour.a", "INDEED:construction")
                        .orElseThrow()
                        .knownAt())
                .isEqualTo(PUBLISHED);
        assertThat(store.remove(figure)).isTrue();
        assertThat(store.remove(figure)).isFalse();
        HeldFigures forgotten = new HeldFigures("US");
        store.read("labour.a", forgotten);
        assertThat(forgotten.sectors("labour.a")).isEmpty();
    }

    @Test
    void onlyADifferenceCounts() {
        BeliefStore store = new BeliefStore(tables, StorePlace.PANELS);
        FigureId figure = figure("labour.a", "US", "2024-01");

        assertThat(store.put(figure, 1.0, null, PUBLISHED)).isTrue();
        assertThat(store.put(figure, 1.0, null, PUBLISHED)).isFalse();
        assertThat(store.put(figure, 1.0, 0.0, PUBLISHED)).isTrue();
        assertThat(store.put(figure, 1.0, 0.0, PUBLISHED.plusMillis(1))).isTrue();
    }

    @Test
    void whatWasSaidFirstStays() {
        FirstSaidStore store = new FirstSaidStore(tables, StorePlace.ECONOMIES);
        store.say(GAP, Period.parse("2008-10"), -7);
        store.say(GAP, Period.parse("2008-10"), 2);
        store.say(GAP, Period.parse("2008-11"), -8);

        HeldFigures held = new HeldFigures("US");
        store.read(GAP, held);

        assertThat(held.firstSaid(GAP))
                .containsExactly(Map.entry(Period.parse("2008-10"), -7.0), Map.entry(Period.parse("2008-11"), -8.0));
    }
}
