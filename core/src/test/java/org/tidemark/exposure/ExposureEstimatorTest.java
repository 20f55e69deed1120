package org.tidemark.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;

class ExposureEstimatorTest {
    private static final String EMPLOYED = "labour.employment.occupation";
    private static final String GPT = "exposure.tasks.gpt_beta";
    private static final String PEOPLE = "exposure.tasks.human_beta";
    private static final String AIOE = "exposure.score.aioe";
    private static final Instant PUBLISHED = Instant.parse("2025-04-02T00:00:00Z");
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());

    /** One figure to be held. */
    private record Given(String indicator, String sector, String period, double value) {}

    private final List<Given> given = new ArrayList<>(List.of(
            new Given(EMPLOYED, "TOTAL", "2024-05", 1000),
            new Given(EMPLOYED, "SOC:15-1252", "2024-05", 300),
            new Given(EMPLOYED, "SOC:47-2061", "2024-05", 600),
            new Given(EMPLOYED, "SOC:51-2090", "2024-05", 100),
            new Given(GPT, "SOC:15-1252", "2023", 60),
            new Given(GPT, "SOC:47-2061", "2023", 10),
            new Given(PEOPLE, "SOC:15-1252", "2023", 66),
            new Given(PEOPLE, "SOC:47-2061", "2023", 10),
            new Given(AIOE, "SOC:15-1252", "2021", 1.2),
            new Given(AIOE, "SOC:47-2061", "2021", -1.5)));

    @Test
    void isTheMeanOverRatedEmploymentWithItsBandInParts() {
        Estimate total = estimate("TOTAL", "gpt_beta");

        double mean = (300 * 60 + 600 * 10) / 900.0;
        double ratings = 300 * 6 / 900.0 / Math.sqrt(2);
        double between = Math.sqrt((300 * (60 - mean) * (60 - mean) + 600 * (10 - mean) * (10 - mean)) / 900);
        double sd = Math.hypot(ratings, 0.1 * between);
        assertThat(total.levels()).hasSize(1);
        assertThat(total.levels().get(0).horizon()).isEqualTo(Horizon.P0D);
        assertThat(total.levels().get(0).band().value()).isCloseTo(mean, within(1e-12));
        assertThat(total.levels().get(0).band().upper95()).isCloseTo(mean + 1.959963984540054 * sd, within(1e-9));
        assertThat(term(total, "coverage").value()).isEqualTo(90);
        assertThat(term(total, "spread_unrated").varianceShare())
                .isCloseTo(0.01 * between * between / (sd * sd), within(1e-12));
        assertThat(total.period()).isEqualTo(Period.parse("2024-05"));
        assertThat(total.inputs()).isEqualTo(8);
        assertThat(total.asOf()).isEqualTo(PUBLISHED);
        assertThat(total.model()).isEqualTo("exposure-weighted/1+occupations(1)");
    }

    @Test
    void aSectorIsThatOfItsOccupationsAndNoSurerThanTheEconomy() {
        Estimate construction = estimate("INDEED:construction", "gpt_beta");

        assertThat(construction.levels().get(0).band().value()).isEqualTo(10);
        assertThat(term(construction, "human_beta").value()).isEqualTo(10);
        assertThat(term(construction, "spread_ratings").value())
                .isEqualTo(term(estimate("TOTAL", "gpt_beta"), "spread_ratings").value());
    }

    @Test
    void aScoreAboveTheMeanExposesTheWholeOccupation() {
        assertThat(estimate("TOTAL", "aioe").levels().get(0).band().value()).isCloseTo(100 / 3.0, within(1e-12));
        assertThat(estimate("INDEED:software-development", "aioe")
                        .levels()
                        .get(0)
                        .band()
                        .value())
                .isEqualTo(100);
    }

    @Test
    void anOccupationIsRatedUnderTheCodeThatItHadBefore() {
        given.add(new Given(GPT, "SOC:51-2092", "2023", 20));

        Estimate total = estimate("TOTAL", "gpt_beta");

        assertThat(total.levels().get(0).band().value()).isCloseTo(26, within(1e-12));
        assertThat(term(total, "coverage").value()).isEqualTo(100);
        assertThat(term(total, "coverage_recoded").value()).isEqualTo(10);
    }

    @Test
    void anOccupationThatThePublisherDroppedIsNotCountedAgain() {
        given.add(new Given(EMPLOYED, "SOC:15-1133", "2018-05", 500));

        assertThat(term(estimate("TOTAL", "gpt_beta"), "employment").value()).isEqualTo(1000);
    }

    @Test
    void withTooFewRatedThereIsNoNumber() {
        given.add(new Given(EMPLOYED, "SOC:29-1141", "2024-05", 400));
        given.set(0, new Given(EMPLOYED, "TOTAL", "2024-05", 1400));

        assertThat(withheld("TOTAL", "gpt_beta"))
                .isEqualTo("only 64.3 % of the employment of TOTAL is in occupations with exposure.tasks.gpt_beta;"
                        + " at least 80 % is needed");
        assertThat(withheld("INDEED:nursing", "gpt_beta")).startsWith("only 0.0 % of the employment of INDEED:nursing");
        assertThat(withheld("INDEED:legal", "gpt_beta")).startsWith("no occupation of INDEED:legal is held");
        assertThat(estimate("INDEED:legal", "gpt_beta").inputs()).isPositive();
    }

    @Test
    void employmentThatNoOccupationIsHeldForCountsAsUnrated() {
        given.set(0, new Given(EMPLOYED, "TOTAL", "2024-05", 2000));

        assertThat(withheld("TOTAL", "gpt_beta")).startsWith("only 45.0 %");
    }

    @Test
    void figuresThatCannotBeTrueGiveNoNumber() {
        given.set(2, new Given(EMPLOYED, "SOC:47-2061", "2024-05", -5));
        assertThat(withheld("TOTAL", "gpt_beta"))
                .isEqualTo("employment of SOC:47-2061 in 2024-05 is -5.0 persons; it must not be negative");
        given.set(2, new Given(EMPLOYED, "SOC:47-2061", "2024-05", 600));
        given.set(4, new Given(GPT, "SOC:15-1252", "2023", 120));
        assertThat(withheld("TOTAL", "gpt_beta"))
                .isEqualTo(
                        "exposure.tasks.gpt_beta of SOC:15-1252 in 2023 is 120.0; a share in percent lies between 0 and 100");
        given.set(4, new Given(GPT, "SOC:15-1252", "2023", 60));
        given.set(0, new Given(EMPLOYED, "TOTAL", "2024-05", 900));
        assertThat(withheld("TOTAL", "gpt_beta"))
                .isEqualTo("employment of the occupations is 1000 persons, more than the 900 of their total");
        given.subList(0, 4).replaceAll(g -> new Given(g.indicator(), g.sector(), g.period(), 0));
        assertThat(withheld("TOTAL", "gpt_beta")).contains("is 0 persons");
    }

    @Test
    void whatIsMissingIsNamed() {
        List<Given> all = List.copyOf(given);
        given.removeIf(g -> g.indicator().equals(PEOPLE));
        assertThat(withheld("TOTAL", "gpt_beta"))
                .startsWith("ratings by people (exposure.tasks.human_beta) are not held");
        assertThat(estimate("TOTAL", "aioe").withheld()).isNull();
        given.removeIf(g -> !g.indicator().equals(EMPLOYED));
        assertThat(withheld("TOTAL", "aioe")).isEqualTo("no rating of occupations is held: load exposure.score.aioe");
        given.clear();
        given.addAll(all);
        given.removeIf(g -> g.indicator().equals(EMPLOYED));
        assertThat(withheld("TOTAL", "gpt_beta"))
                .isEqualTo("employment by occupation is not held: load labour.employment.occupation by SOC code");
        given.clear();
        assertThat(new ExposureEstimator(CATALOGUE).estimates(held())).isEmpty();
    }

    @Test
    void readsItsFourIndicatorsAndNoOther() {
        ExposureEstimator estimator = new ExposureEstimator(CATALOGUE);

        assertThat(List.of(EMPLOYED, GPT, PEOPLE, AIOE)).allMatch(estimator::reads);
        assertThat(estimator.reads("exposure.jobs")).isFalse();
        assertThat(estimator.measures()).containsExactly("exposure");
    }

    @Test
    void theErrorOfTheScoreIsPartOfTheVersion() {
        String own = "priors: {aioe_score_error: {sd: 0.5}}";
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own)));

        assertThat(new ExposureEstimator(catalogue).estimates(held()))
                .filteredOn(e -> e.key().concept().equals("aioe") && e.withheld() == null)
                .allSatisfy(e ->
                        assertThat(e.model()).isEqualTo("exposure-weighted/1+occupations(1)+aioe_score_error(0.5)"));
    }

    @Property(tries = 50)
    void theOrderOfFillingChangesNothing(@ForAll long seed) {
        List<Estimate> expected = new ExposureEstimator(CATALOGUE).estimates(held());
        Collections.shuffle(given, new Random(seed));

        assertThat(new ExposureEstimator(CATALOGUE).estimates(held())).isEqualTo(expected);
        assertThat(expected).extracting(Estimate::key).isSorted();
    }

    private String withheld(String sector, String concept) {
        Estimate estimate = estimate(sector, concept);
        assertThat(estimate.levels()).isEmpty();
        return Objects.requireNonNull(estimate.withheld());
    }

    private Estimate estimate(String sector, String concept) {
        return new ExposureEstimator(CATALOGUE)
                .estimates(held()).stream()
                        .filter(e -> e.key().sector().equals(sector)
                                && e.key().concept().equals(concept))
                        .findFirst()
                        .orElseThrow();
    }

    private HeldFigures held() {
        HeldFigures held = new HeldFigures("US");
        for (Given g : given) {
            OccupationFiles.put(held, g.indicator(), g.sector(), "A", g.period(), g.value(), null, PUBLISHED);
        }
        return held;
    }

    private static Term term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
