package org.tidemark.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.data.RealData;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.GaussianState;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;

/** Every vintage of the panel in order of publication: what was said of the gap when it was new, and what became of it. */
class VintagesTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final EstimateKey SHIPPED = new EstimateKey("US", "TOTAL", "demand_gap", "retail.pce_all");

    private static final List<Said> SAID = new ArrayList<>();
    private static final Map<Period, Double> FILTERED = new TreeMap<>();
    private static final Map<Period, Double> SMOOTHED = new TreeMap<>();

    /** What one vintage said of its newest month. */
    private record Said(String vintage, Estimate gap) {
        double value() {
            return gap.levels().get(0).band().value();
        }

        double revision() {
            return Objects.requireNonNull(FILTERED.get(gap.period())) - value();
        }

        double hindsight() {
            return Objects.requireNonNull(SMOOTHED.get(gap.period()));
        }
    }

    /** Before each test, so that each says that it is skipped. */
    @BeforeEach
    void playEveryVintageOnce() throws IOException {
        Path folder = RealData.at("fred-md");
        if (SAID.isEmpty()) {
            play(folder);
        }
    }

    private static void play(Path folder) throws IOException {
        GapEstimator estimator = new GapEstimator(CATALOGUE);
        Map<EstimateKey, Map<Period, Double>> first = new TreeMap<>();
        Panel last = null;
        for (Path file : vintages(folder)) {
            Panel panel = Panel.read(file);
            HeldFigures held = panel.of(recipe().indicators());
            first.forEach((key, said) -> said.forEach((period, value) -> held.putFirstSaid(key, period, value)));
            for (Estimate estimate : estimator.estimates(held)) {
                if (estimate.key().measure().equals("demand_gap")
                        && !estimate.levels().isEmpty()) {
                    first.computeIfAbsent(estimate.key(), k -> new TreeMap<>())
                            .putIfAbsent(
                                    estimate.period(),
                                    estimate.levels().get(0).band().value());
                }
                if (estimate.key().equals(SHIPPED)) {
                    SAID.add(new Said(panel.vintage(), estimate));
                }
            }
            last = panel;
        }
        rememberToday(Objects.requireNonNull(last));
    }

    private static List<Path> vintages(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        }
    }

    private static GapRecipe recipe() {
        return Objects.requireNonNull(CATALOGUE.recipes().gaps().get(SHIPPED.concept()));
    }

    private static void rememberToday(Panel last) {
        Ingredients from = Ingredients.of(recipe(), last.all(), "TOTAL", false);
        GapPath path = GapPath.of(GapModel.CAPACITY, Moments.of(from.recipe(), from.rows()), true);
        List<GaussianState> smoothed = path.smoothed();
        for (int i = 0; i < smoothed.size(); i++) {
            GapPath.Step step = path.steps().get(i);
            FILTERED.put(step.moment().period(), path.gap(step.filtered()).mean());
            SMOOTHED.put(step.moment().period(), path.gap(smoothed.get(i)).mean());
        }
    }

    private static Term term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double valueOf(Term term) {
        return Objects.requireNonNull(term.value());
    }

    @Test
    void everyVintageSaysOfItsNewestMonthSomething() {
        assertThat(SAID).hasSize(62).allSatisfy(said -> {
            assertThat(said.gap().levels()).hasSize(2);
            assertThat(said.gap().asOf()).isEqualTo(PublicationDate.parse(said.vintage()));
        });
    }

    @Test
    void theSignSaidFirstIsHardlyBetterThanACoinAndTheMovementIsGood() {
        Estimate today = SAID.get(SAID.size() - 1).gap();

        assertThat(term(today, "sign_reliability").source()).startsWith("26 of 50 ");
        assertThat(valueOf(term(today, "sign_reliability"))).isEqualTo(0.52);
        assertThat(valueOf(term(today, "correlation_with_final"))).isBetween(0.965, 0.975);
    }

    @Test
    void theReliabilityIsUnavailableUntilTwelveDatesHaveTwoYearsBehindThem() {
        List<Term> reliabilities =
                SAID.stream().map(s -> term(s.gap(), "sign_reliability")).toList();

        assertThat(reliabilities.get(0).source()).startsWith("0 past dates");
        assertThat(SAID.stream()
                        .filter(s -> term(s.gap(), "sign_reliability").value() != null)
                        .findFirst()
                        .orElseThrow()
                        .vintage())
                .isEqualTo("2019-10");
    }

    @Test
    void revisionsOfTheFirstWordAreAsThePageSays() {
        double[] revisions =
                SAID.stream().mapToDouble(s -> Math.abs(s.revision())).sorted().toArray();

        assertThat(revisions[revisions.length / 2]).isBetween(1.8, 2.0);
        assertThat(revisions[revisions.length - 1]).isBetween(4.0, 5.5);
    }

    /** Prints the table of the methods page when asked to: -Dtidemark.tables=true. */
    @Test
    void theTableHasEveryQuarter() {
        List<String> rows = SAID.stream()
                .filter(s ->
                        s.vintage().matches(".*-(01|04|07|10)") || s.vintage().equals("2024-03"))
                .map(VintagesTest::row)
                .toList();
        assertThat(rows).hasSize(38);
        if (Boolean.getBoolean("tidemark.tables")) {
            rows.forEach(System.out::println);
        }
    }

    private static String row(Said said) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.2f | %.1f | %.1f |",
                said.vintage(),
                said.gap().period(),
                said.value(),
                valueOf(term(said.gap(), "p_below_minus_2")),
                said.value() + said.revision(),
                said.hindsight());
    }
}
