package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.it.Figures;
import org.tidemark.it.HeldEngine;
import org.tidemark.it.TestSystem;

/**
 * The shipped figures under one catalogue after the other, in one system that keeps everything: after each change it says
 * what a system says that never had another, and after the way back what it said at first.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherCatalogueTest {
    private static final String MODEL = "one";

    @TempDir
    private static Path dir = Path.of("");

    private HeldEngine held = new HeldEngine(TestSystem.CATALOGUE, MODEL, Instant.EPOCH);
    private SortedMap<String, String> first = new TreeMap<>();
    private SortedSet<String> alerts = new TreeSet<>();
    private Path shipped = dir;
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @BeforeAll
    void load() throws Exception {
        shipped = dir.resolve("figures.csv");
        try (InputStream in = Objects.requireNonNull(LocalSystem.class.getResourceAsStream("reference-figures.csv"))) {
            Files.copy(in, shipped);
        }
        // What is judged: twelve years, and all of them 1.3 times as much.
        Figures rewritten = new Figures();
        for (double factor : List.of(1.0, 1.3)) {
            for (int year = 2010; year < 2022; year++) {
                rewritten.firms(
                        "SE",
                        Integer.toString(year),
                        factor * (year - 2008),
                        factor == 1 ? "2022-03-01" : "2022-04-01");
            }
        }
        rewritten.in(dir, "rewritten.csv");
        fill(held, TestSystem.CATALOGUE);
        first = held.estimates();
        alerts = held.active();
        assertThat(first).hasSizeGreaterThan(20);
        assertThat(alerts).hasSizeGreaterThan(5);
    }

    private void fill(HeldEngine engine, Catalogue catalogue) throws Exception {
        engine.load(catalogue, dir.resolve("rewritten.csv"));
        engine.load(catalogue, shipped);
    }

    static Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>();
        changes.put("a rule is switched off", "rules: {PenetrationAbove10: off}");
        changes.put(
                "a rule is renamed",
                "rules: {PenetrationAbove10: off, ATenth: {title: 'More than {threshold} %', measure: penetration, condition: level_above, threshold: 10, raise: 0.8, clear: 0.6, releases: 2, severity: info, audience: analysts, false_alarms_per_month: 0.0002}}");
        changes.put("a threshold is moved under an alert", "rules: {PenetrationAbove10: {threshold: 30}}");
        changes.put("a rule asks for more releases", "rules: {PenetrationAbove10: {releases: 4}}");
        changes.put("an indicator is noisier", "indicators: {adoption.firms.any_use: {noise: 2.5}}");
        changes.put("a family is noisier", "families: {adoption.: {noise: 3}}");
        changes.put("an economy is noisier", "indicators: {adoption.firms.any_use: {noise_of: {DK: 4, SE: 4}}}");
        changes.put("an indicator is biased", "indicators: {adoption.firms.any_use: {bias: 3}}");
        changes.put("a concept is no anchor", "ledger: {adoption: [-firms.any_use]}");
        changes.put("a measure is removed", "measures: {payback: off, gpu_price: off, token_price: off}");
        changes.put("a gap is removed", "gaps: {retail.gdp_growth: off}");
        changes.put("judging is off", "judging: off");
        changes.put("judging is lenient", "judging: {shift_sd: 5, spread_sd: 5}");
        changes.put("a divergence wants more", "measures: {firms.any_use: {fewest: 9}}");
        changes.put("ranges are gone", "ranges: {people.any_use: off}");
        return changes;
    }

    private Instant later() {
        now = now.plus(Duration.ofDays(1));
        return now;
    }

    private static Catalogue with(String yaml) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml)));
    }

    @ParameterizedTest
    @MethodSource("names")
    @DisplayName("R-rules-changed: there and back")
    void thereAndBack(String change) throws Exception {
        Catalogue other = with(Objects.requireNonNull(changes().get(change)));
        HeldEngine fresh = new HeldEngine(other, MODEL, Instant.EPOCH);
        fill(fresh, other);

        held.restart(other, MODEL, later());
        compare(held.estimates(), fresh.estimates(), "there");
        // An alert that is active goes on until its probability is at 'clear' (0031); nothing else is told than afresh.
        SortedSet<String> allowed = new TreeSet<>(fresh.active());
        allowed.addAll(alerts);
        assertThat(held.active()).as("there").containsAll(fresh.active()).isSubsetOf(allowed);

        held.restart(TestSystem.CATALOGUE, MODEL, later());
        compare(held.estimates(), first, "back");
        assertThat(held.active()).as("back").isEqualTo(alerts);
    }

    private static void compare(SortedMap<String, String> is, SortedMap<String, String> expected, String when) {
        assertThat(is.keySet()).as(when).isEqualTo(expected.keySet());
        is.forEach((cell, e) -> assertThat(e).as(when + " " + cell).isEqualTo(expected.get(cell)));
    }

    static List<String> names() {
        return List.copyOf(changes().keySet());
    }
}
