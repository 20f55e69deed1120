package org.tidemark.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * What each instant of a made history brings.
 *
 * @param counted measure or concept whose estimates say that it did its work
 * @param series indicators, each with a sector behind @ where it is not of the whole
 * @param recipe fields of a recipe of its own in YAML; empty where the shipped ones read it
 */
record MadeWorld(String counted, List<String> series, String recipe) {
    private static final LocalDate FIRST = LocalDate.parse("1990-01-02");
    private static final int ECONOMIES = 30;
    private static final String METALS = "prices.ppi.metals";
    private static final String VACANCIES = "labour.vacancies.help_wanted";
    private static final String UNEMPLOYMENT = "labour.unemployment.quarter";
    private static final String TWO =
            "indicators: { a: labour.vacancies.help_wanted, b: labour.unemployment.quarter }, ";

    /** By name: a cell, a panel, and each kind of measure. */
    static final SortedMap<String, MadeWorld> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("cell", new MadeWorld("penetration", List.of("adoption.postings.ai_share"), "")),
            Map.entry("panel", new MadeWorld("penetration.projected", List.of(), "")),
            Map.entry("comparison", new MadeWorld("labour_tightness", List.of(VACANCIES, UNEMPLOYMENT), "")),
            Map.entry(
                    "contrast",
                    new MadeWorld(
                            "postings",
                            List.of(
                                    "labour.postings.total_sa@INDEED:legal",
                                    "labour.postings.total_sa@INDEED:construction",
                                    "labour.postings.total_sa@INDEED:driving",
                                    "labour.postings.total_sa@INDEED:nursing"),
                            "")),
            Map.entry(
                    "shares",
                    own(
                            List.of(VACANCIES, UNEMPLOYMENT),
                            "kind: shares, " + TWO + "unit: points, settings: { tell: hhi }")),
            Map.entry(
                    "rate",
                    own(List.of(METALS), "kind: rate, indicators: { x: " + METALS + " }, unit: percent_per_year")),
            Map.entry(
                    "frontier",
                    own(
                            List.of(METALS),
                            "kind: frontier, indicators: { x: " + METALS
                                    + " }, unit: points_per_year, settings: { tell: slope, of: records }")),
            Map.entry(
                    "events",
                    own(List.of(METALS), "kind: events, indicators: { x: " + METALS + " }, unit: events_per_day")),
            Map.entry(
                    "claims",
                    own(
                            List.of(METALS),
                            "kind: claims, indicators: { x: " + METALS
                                    + " }, unit: years, settings: { from: 1991, between: one none }, "
                                    + "priors: { one: { mean: 0.8, sd: 0.2, unit: percentage_points_per_year, citation: made } }")),
            Map.entry(
                    "compose",
                    own(
                            List.of(VACANCIES, UNEMPLOYMENT),
                            "kind: compose, indicators: { a: log(labour.vacancies.help_wanted), b: log(labour.unemployment.quarter) }, "
                                    + "unit: points, settings: { how: sum }")),
            Map.entry("leadlag", own(List.of(VACANCIES, UNEMPLOYMENT), "kind: leadlag, " + TWO + "unit: years"))));

    private static MadeWorld own(List<String> series, String recipe) {
        return new MadeWorld("bench_own", series, recipe);
    }

    static MadeWorld named(String name) {
        MadeWorld found = ALL.get(name);
        if (found == null) {
            throw new IllegalArgumentException("--of %s: write one of %s".formatted(name, ALL.keySet()));
        }
        return found;
    }

    /** The shipped catalogue with its recipe. */
    Catalogue catalogue() {
        return ShippedCatalogue.with(
                recipe.isEmpty()
                        ? List.of()
                        : List.of(new CatalogueYaml.Text(
                                "bench.yaml",
                                "measures:\n  labour_tightness: off\n  metals_price: off\n  bench_own: { title: Made, scope: US, "
                                        + recipe + " }\n")));
    }

    /** The figures of so many days, one release or instant after another. */
    void replay(CountedEngine engine, int days) {
        for (int day = 0; day < days; day++) {
            BatchId batch = batch(day, "d" + day);
            if (series.isEmpty()) {
                panel(engine, day, batch);
            } else {
                figures(engine, day, batch, 0);
                engine.end(batch, series.size());
            }
        }
    }

    /** The same days once more, each figure another one, as one release. */
    void rewrite(CountedEngine engine, int days) {
        BatchId batch = batch(days, "rewritten");
        for (int day = 0; day < days; day++) {
            figures(engine, day, batch, day * series.size());
        }
        engine.end(batch, days * series.size());
    }

    private static BatchId batch(int day, String release) {
        Instant published = FIRST.plusDays(day + 1L).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new BatchId("MADE", release, published, "made");
    }

    private void figures(CountedEngine engine, int day, BatchId batch, int ordinal) {
        double moved = batch.release().equals("rewritten") ? 0.01 : 0;
        for (int i = 0; i < series.size(); i++) {
            String[] parts = series.get(i).split("@", -1);
            SeriesId id =
                    new SeriesId(parts[0], CountedEngine.ECONOMY, parts.length > 1 ? parts[1] : SeriesId.TOTAL, "MADE");
            engine.figure(new FigureId(id, Period.day(FIRST.plusDays(day))), value(day, i) + moved, batch, ordinal + i);
        }
    }

    /** A day's figure of the same indicator of each economy, which all recipes of the world that read it compare. */
    private static void panel(CountedEngine engine, int day, BatchId batch) {
        List<FigureId> figures = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String economy : List.of(Locale.getISOCountries()).subList(0, ECONOMIES)) {
            values.add(value(day, figures.size()));
            figures.add(new FigureId(
                    new SeriesId("adoption.people.any_use", economy, SeriesId.TOTAL, "MICROSOFT_AIEI"),
                    Period.day(FIRST.plusDays(day))));
        }
        engine.panel(figures, values, batch);
    }

    private static double value(int day, int i) {
        return 6 + i + 3 * StrictMath.sin(0.01 * day + i) + 0.2 * StrictMath.sin(2.1 * day + i);
    }
}
