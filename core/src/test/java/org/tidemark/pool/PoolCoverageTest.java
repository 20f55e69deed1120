package org.tidemark.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.data.RealData;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.PooledLevel;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.SeriesId;

/** Each figure that came, forecast from all before it: how often the pool's 80 % band held it, by concept. */
class PoolCoverageTest {
    private static final Map<String, String> ECONOMIES = Map.of(
            "US",
            "United States",
            "DE",
            "Germany",
            "DK",
            "Denmark",
            "ES",
            "Spain",
            "FI",
            "Finland",
            "FR",
            "France",
            "PL",
            "Poland",
            "RO",
            "Romania",
            "SE",
            "Sweden",
            "NL",
            "Netherlands");
    private static final List<String> HALF_YEARS = List.of("2025-H1", "2025-H2", "2026-Q1");
    /** Of fewer figures nothing can be told. */
    private static final int TOLD_FROM = 9;

    private static final double Z90 = 1.2815515655446004;

    /** Of one concept: how many, and how many inside. */
    private record Held(int figures, int inside) {
        Held and(boolean in) {
            return new Held(figures + 1, inside + (in ? 1 : 0));
        }

        double share() {
            return (double) inside / figures;
        }
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static HeldFigures held(String economy, Set<String> indicators) {
        HeldFigures held = new HeldFigures(economy);
        List<Map<String, String>> rows = new ArrayList<>(RealData.rows("../reference-figures.csv"));
        Collections.reverse(rows);
        Set<String> seen = new TreeSet<>();
        for (Map<String, String> row : rows) {
            String indicator = cell(row, "indicator");
            if (cell(row, "economy").equals(economy)
                    && indicators.contains(indicator)
                    && seen.add(indicator + cell(row, "period"))) {
                String se = cell(row, "standard_error");
                held.put(
                        new FigureId(
                                new SeriesId(indicator, economy, "TOTAL", cell(row, "source")),
                                Period.parse(cell(row, "period"))),
                        Double.parseDouble(cell(row, "value")),
                        se.isEmpty() ? null : Double.valueOf(se),
                        PublicationDate.parse(cell(row, "published")));
            }
        }
        surveyed(held);
        telemetry(held);
        return held;
    }

    /** Eurostat's table, of all firms. */
    private static void surveyed(HeldFigures held) {
        for (Map<String, String> row : RealData.rows("eurostat-ai-enterprises/isoc_eb_ai.sdmx.csv")) {
            if (cell(row, "geo").equals(held.economy())
                    && cell(row, "size_emp").equals("GE10")
                    && !cell(row, "OBS_VALUE").isEmpty()) {
                put(held, "adoption.firms.any_use", "EUROSTAT", cell(row, "TIME_PERIOD"), cell(row, "OBS_VALUE"));
            }
        }
    }

    /** Microsoft's table of economies, which is not in UTF-8. */
    private static void telemetry(HeldFigures held) {
        try {
            for (String line : Files.readAllLines(
                    RealData.at("microsoft-ai-diffusion/country_ai_user_share_2025H1_2026Q1.csv"),
                    StandardCharsets.ISO_8859_1)) {
                List<String> cells = List.of(line.split(",", -1));
                if (cells.get(0).equals(ECONOMIES.get(held.economy()))) {
                    for (int i = 0; i < HALF_YEARS.size(); i++) {
                        String value = cells.get(i + 1).replace("%", "");
                        put(held, "adoption.people.any_use", "MICROSOFT_AIEI", HALF_YEARS.get(i), value);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(HeldFigures held, String indicator, String source, String period, String value) {
        SeriesId series = new SeriesId(indicator, held.economy(), "TOTAL", source);
        held.put(
                new FigureId(series, Period.parse(period)),
                Double.parseDouble(value),
                null,
                PublicationDate.parse("2026-05"));
    }

    static SortedMap<String, Held> coverage(String... own) {
        Catalogue catalogue = own.length == 0
                ? ShippedCatalogue.with(List.of())
                : ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own[0])));
        PoolRecipe recipe = catalogue.recipes().pool().orElseThrow();
        SortedMap<String, Indicator> indicators = new TreeMap<>();
        recipe.concepts().forEach(c -> catalogue.indicator("adoption." + c).ifPresent(i -> indicators.put(i.id(), i)));
        SortedMap<String, Held> coverage = new TreeMap<>();
        for (String economy : new TreeSet<>(ECONOMIES.keySet())) {
            PooledFigures all = PooledFigures.of(held(economy, indicators.keySet()), "TOTAL", recipe, indicators);
            for (int i = 1; i < all.inOrder().size(); i++) {
                PooledFigure next = all.inOrder().get(i);
                PooledFigures before = PooledFigures.of(all.inOrder().subList(0, i), all.evidence());
                if (before.instruments().size() > 1 && before.instruments().contains(next.instrument())) {
                    boolean in = isInside(recipe, economy, before, next);
                    coverage.merge(next.instrument().concept(), new Held(1, in ? 1 : 0), (a, b) -> a.and(in));
                }
            }
        }
        return coverage;
    }

    private static boolean isInside(PoolRecipe recipe, String economy, PooledFigures before, PooledFigure next) {
        Biases biases = Biases.of(before, recipe, economy);
        PooledLevel level = PoolPath.of(before, biases, recipe.noiseScale()).level();
        Banded band = level.at(next.reading().time()).share(biases.number(next.instrument()));
        double median = band.value();
        double sd = (logit(band.upper80()) - logit(band.lower80())) / (2 * Z90);
        double slope = median * (1 - median);
        double se = next.reading().standardError();
        double noise = (0.003 * 0.003 + 0.006 * 0.006 * slope + se * se) / (slope * slope);
        double off = logit(next.reading().share()) - logit(median);
        return Math.abs(off) <= Z90 * Math.sqrt(sd * sd + noise);
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }

    /** The table of docs/methods/pool.md: {@code mvn -q -pl core -am test -Dtest=PoolCoverageTest}. */
    @Test
    void coverageIsPrintedByConceptWithTheRangeThatChanceWouldGive() {
        SortedMap<String, Held> coverage = coverage();

        coverage.forEach((concept, held) -> System.out.printf(
                Locale.ROOT,
                "pool, one step ahead, 80 %% band: %-24s %2d of %2d held, %3.0f %%; P(at least as many at 80 %%) %.2f%n",
                concept,
                held.inside(),
                held.figures(),
                100 * held.share(),
                atLeast(held)));

        // More are held than asked, and no more than a band of 80 % holds by chance once in ten.
        assertThat(atLeast(Objects.requireNonNull(coverage.get("firms.goods_services"))))
                .isBetween(0.01, 0.2);
    }

    /** P(X >= inside) of a binomial of 0.8. */
    private static double atLeast(Held held) {
        double sum = 0;
        double choose = 1;
        for (int k = held.figures(); k >= held.inside(); k--) {
            sum += choose * Math.pow(0.8, k) * Math.pow(0.2, held.figures() - k);
            choose = choose * k / (held.figures() - k + 1);
        }
        return sum;
    }

    @Test
    void ofTheFiguresThatCameTheBandHeldSevenToNineInTenInEveryConcept() {
        SortedMap<String, Held> coverage = coverage();

        assertThat(coverage.keySet()).contains("firms.any_use", "firms.goods_services", "people.any_use");
        coverage.forEach((concept, held) -> {
            if (held.figures() >= TOLD_FROM) {
                // 27 of 29 is within what chance makes of nine in ten.
                assertThat(held.share()).as("%s: %s", concept, held).isBetween(0.7, 0.94);
            }
        });
    }

    /** Workers, US: of the one figure that came after the first, no band of a pace that is not theirs held it. */
    @Test
    void theBandOfAConceptThatGoesAtItsOwnPaceHoldsTheDoubtOfTheBridge() {
        assertThat(coverage("pool: {concept_bias: {wander_of: {workers.any_use: 0.2}}}")
                        .get("workers.any_use"))
                .isEqualTo(new Held(1, 0));
        assertThat(coverage().get("workers.any_use")).isEqualTo(new Held(1, 1));
    }
}
