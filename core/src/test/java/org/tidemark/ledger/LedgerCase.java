package org.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** An economy as tests of the ledger fill it: complete unless something is taken away. */
abstract class LedgerCase {
    static final Instant PUBLISHED = Instant.parse("2025-12-01T00:00:00Z");
    static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    static final String LEDGER = "displacement.ledger";
    static final String NET = "displacement.net";
    static final String CONCEPT = "gpt_beta.firms.goods_services";

    /** One figure to be held. */
    record Given(String indicator, String sector, Period period, double value, @Nullable Double error) {}

    final List<Given> given = new ArrayList<>();
    final List<Estimate> upstream = new ArrayList<>();

    LedgerCase() {
        give("labour.employment.occupation", "2024-05", 150_000_000);
        give("labour.use.automation_share", "2025-02", 43);
        give("labour.use.automation_share", "2025-09", 49);
        postings(LocalDate.of(2019, 1, 4), 52, 2.0);
        postings(LocalDate.of(2025, 3, 7), 13, 3.0);
        upstream.add(exposure("TOTAL", "gpt_beta", 40, 4, null));
        upstream.add(adoption("TOTAL", "firms.goods_services", 10));
    }

    void give(String indicator, String period, double value) {
        given.add(new Given(indicator, "TOTAL", Period.parse(period), value, null));
    }

    void postings(LocalDate friday, int weeks, double value) {
        for (int i = 0; i < weeks; i++) {
            Period week = Period.trailing(7, friday.plusWeeks(i));
            given.add(new Given("adoption.postings.ai_share", "TOTAL", week, value, null));
        }
    }

    static Estimate exposure(String sector, String concept, double percent, double sd, @Nullable String withheld) {
        List<HorizonValue> levels = withheld == null ? List.of(level(Horizon.P0D, percent, sd)) : List.of();
        return new Estimate(
                new EstimateKey("US", sector, "exposure", concept),
                PUBLISHED,
                Period.parse("2024-05"),
                8,
                "ab",
                "m",
                "percent",
                levels,
                null,
                List.of(),
                withheld);
    }

    static Estimate adoption(String sector, String concept, double percent) {
        return new Estimate(
                new EstimateKey("US", sector, "penetration", concept),
                PUBLISHED,
                Period.parse("2025-08"),
                50,
                "cd",
                "m",
                "percent",
                List.of(level(Horizon.P0D, percent, 0.3), level(Horizon.NOW, percent + 0.5, 0.6)),
                null);
    }

    private static HorizonValue level(Horizon horizon, double mean, double sd) {
        return new HorizonValue(
                horizon,
                new Banded(mean, mean - 1.28 * sd, mean + 1.28 * sd, mean - 1.96 * sd, mean + 1.96 * sd),
                null);
    }

    List<EstimateKey> keys() {
        return new LedgerEstimator(CATALOGUE)
                .estimates(held()).stream().map(Estimate::key).toList();
    }

    String withheld(String sector, String measure, String concept) {
        Estimate estimate = estimate(sector, measure, concept);
        assertThat(estimate.levels()).isEmpty();
        return Objects.requireNonNull(estimate.withheld());
    }

    Estimate estimate(String sector, String measure, String concept) {
        EstimateKey key = new EstimateKey("US", sector, measure, concept);
        Optional<Estimate> made = new LedgerEstimator(CATALOGUE)
                .estimates(held()).stream().filter(e -> e.key().equals(key)).findFirst();
        return made.orElseThrow(() -> new AssertionError(key + " among " + keys()));
    }

    HeldFigures held() {
        HeldFigures held = new HeldFigures("US");
        for (Given g : given) {
            SeriesId series = new SeriesId(g.indicator(), "US", g.sector(), "A");
            held.put(new FigureId(series, g.period()), g.value(), g.error(), PUBLISHED);
        }
        upstream.forEach(held::put);
        return held;
    }

    static Term term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
