package org.tidemark.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.pool.PoolCase.logit;
import static org.tidemark.pool.PoolCase.percent;
import static org.tidemark.pool.PoolCase.term;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.data.RealData;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankState;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.FilterBank;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.PooledLevel;
import org.tidemark.estimate.SourceBiases;
import org.tidemark.figures.Figure;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;

/** The figures that were published, and the numbers of docs/methods/pool.md. */
class PooledRealDataTest {
    private static final String ANCHOR = "adoption.firms.goods_services";
    private static final String REWORDED = "adoption.firms.any_function";
    private static final String POSTINGS =
            "pool: {concepts: [firms.any_use, firms.goods_services, people.any_use, postings.ai_share]}";

    /** The adoption figures of an economy, revisions over what they revise. */
    private static PoolCase published(PoolCase pool, Set<String> without) {
        Set<String> seen = new TreeSet<>();
        List<Map<String, String>> rows = new ArrayList<>(RealData.rows("../reference-figures.csv"));
        Collections.reverse(rows);
        for (Map<String, String> row : rows) {
            String indicator = cell(row, "indicator");
            boolean ours = indicator.startsWith("adoption.")
                    && cell(row, "economy").equals(pool.held.economy())
                    && !without.contains(indicator);
            if (ours && seen.add(indicator + cell(row, "period"))) {
                String se = cell(row, "standard_error");
                SeriesId series = new SeriesId(indicator, pool.held.economy(), "TOTAL", cell(row, "source"));
                pool.held.put(
                        new FigureId(series, Period.parse(cell(row, "period"))),
                        Double.parseDouble(cell(row, "value")),
                        se.isEmpty() ? null : Double.valueOf(se),
                        PublicationDate.parse(cell(row, "published")));
            }
        }
        return pool;
    }

    private static void postings(PoolCase pool) {
        for (Map<String, String> row : RealData.rows("indeed-ai-postings/AI_posting.2025-06-18.csv")) {
            LocalDate day = LocalDate.parse(cell(row, "date"));
            if (cell(row, "jobcountry").equals(pool.held.economy()) && day.getDayOfWeek() == DayOfWeek.FRIDAY) {
                pool.put(
                        "adoption.postings.ai_share",
                        "INDEED_AI_POSTINGS",
                        Period.trailing(7, day).label(),
                        Double.parseDouble(cell(row, "AI_share_postings")));
            }
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static double speed(Estimate estimate) {
        return Objects.requireNonNull(estimate.trajectory()).speedLogits().value();
    }

    @Test
    void theRewordingOfNovember2025IsNeitherSpeedNorLevel() {
        Estimate with = published(new PoolCase("US"), Set.of()).in("firms.goods_services");
        Estimate without = published(new PoolCase("US"), Set.of(REWORDED)).in("firms.goods_services");

        assertThat(with.inputs()).isEqualTo(without.inputs() + 2);
        assertThat(speed(with)).isCloseTo(speed(without), within(0.05));
        assertThat(speed(with)).isCloseTo(0.411, within(0.002));
        assertThat(speed(without)).isCloseTo(0.4124, within(0.002));
        Banded band = without.levels().get(0).band();
        assertThat(with.levels().get(0).band().value()).isBetween(band.lower80(), band.upper80());
        assertThat(term(with, "bias.firms.any_function.CENSUS_BTOS").value()).isBetween(0.4, 0.7);
    }

    /** The survey alone, both carried to the newest reworded wave. */
    @Test
    void theSurveyAloneTellsTheRewordingFromDiffusion() {
        PooledLevel with = surveyAlone(Set.of());
        PooledLevel without = surveyAlone(Set.of(REWORDED)).at(with.time());

        assertThat(with.speed().value()).isCloseTo(without.speed().value(), within(0.05));
        assertThat(with.speed().value()).isCloseTo(0.4768, within(0.002));
        assertThat(without.speed().value()).isCloseTo(0.4840, within(0.002));
        Banded band = without.share(SourceBiases.ANCHOR);
        assertThat(with.share(SourceBiases.ANCHOR).value()).isBetween(band.lower80(), band.upper80());
    }

    /** What it would be taken for if both wordings were one question. */
    @Test
    void withoutABiasOfItsOwnTheRewordingWouldBeSpeed() {
        PoolCase one = new PoolCase("US");
        published(one, Set.of());
        for (Figure f : one.held.series(REWORDED, "TOTAL").orElseThrow().figures()) {
            one.put(ANCHOR, "CENSUS_BTOS", f.period().label(), f.value(), f.standardError());
        }

        PooledLevel taken = path(one, Set.of(ANCHOR));
        assertThat(taken.speed().value())
                .isGreaterThan(surveyAlone(Set.of()).speed().value() + 0.2);
    }

    private static PooledLevel surveyAlone(Set<String> without) {
        PoolCase us = published(new PoolCase("US"), without);
        return path(us, Set.of(ANCHOR, REWORDED));
    }

    private static PooledLevel path(PoolCase pool, Set<String> ids) {
        Catalogue catalogue = ShippedCatalogue.with(List.of());
        PoolRecipe recipe = catalogue.recipes().pool().orElseThrow();
        SortedMap<String, Indicator> indicators = new TreeMap<>();
        ids.forEach(id -> indicators.put(id, catalogue.indicator(id).orElseThrow()));
        PooledFigures figures = PooledFigures.of(pool.held, "TOTAL", recipe, indicators);
        return PoolPath.of(figures, Biases.of(figures, recipe, "US"), recipe.noiseScale())
                .level();
    }

    @Test
    void germanFirmsStandWhereTheirOwnSurveyPutsThem() {
        PoolCase germany = published(new PoolCase("DE"), Set.of());
        Estimate pooled = germany.in("firms.any_use");

        Banded own = own(germany, "adoption.firms.any_use", pooled.period().midYear());
        assertThat(pooled.levels().get(0).band().value() / 100).isBetween(own.lower80(), own.upper80());
        assertThat(term(pooled, "bias.people.any_use.MICROSOFT_AIEI").value()).isBetween(-0.2, 0.3);
    }

    /** What the bank says from one indicator alone, carried to a later time. */
    private static Banded own(PoolCase pool, String indicator, double time) {
        BankState state = null;
        for (Figure f : pool.held.series(indicator, "TOTAL").orElseThrow().figures()) {
            Measurement reading = new Measurement(f.period().midYear(), f.value() / 100, 0);
            state = state == null ? FilterBank.begin(reading) : FilterBank.update(state, reading);
        }
        BankState last = Objects.requireNonNull(state);
        return PenetrationReport.level(FilterBank.predict(last, time - last.time()));
    }

    /** Why AI postings do not pool: with them the anchor's own survey would be flagged for what the postings do. */
    @Test
    void withPostingsTheLevelOfGermanFirmsStaysAndTheirSpeedIsThatOfPostings() {
        PoolCase plain = published(new PoolCase("DE"), Set.of());
        PoolCase mixed = published(new PoolCase("DE", POSTINGS, "pool: {concept_bias: {wander: 0.04}}"), Set.of());
        PoolCase wandering = published(new PoolCase("DE", POSTINGS), Set.of());
        postings(mixed);
        postings(wandering);

        double level = logit(plain.in("firms.any_use"), 0);
        Banded band = plain.in("firms.any_use").levels().get(0).band();
        assertThat(percent(logit(wandering.in("firms.any_use"), 0))).isBetween(band.lower80(), band.upper80());
        assertThat(logit(mixed.in("firms.any_use"), 0)).isLessThan(level - 0.2);
    }
}
