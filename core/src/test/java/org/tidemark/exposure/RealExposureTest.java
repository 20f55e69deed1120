package org.tidemark.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;

/** On the publishers' files: the numbers of docs/methods/exposure.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealExposureTest {
    private List<Estimate> estimates = List.of();

    /** Before each, so that each says that it is skipped; computed once. */
    @BeforeEach
    void estimate() {
        if (!estimates.isEmpty()) {
            return;
        }
        HeldFigures held = OccupationFiles.fill(new HeldFigures("US"));
        estimates = new ExposureEstimator(ShippedCatalogue.with(List.of())).estimates(held);
    }

    @Test
    void theEconomyOnBothScales() {
        assertThat(value("TOTAL", "gpt_beta")).isCloseTo(34.159487, within(1e-6));
        assertThat(term("TOTAL", "gpt_beta", "human_beta")).isCloseTo(30.856863, within(1e-6));
        assertThat(term("TOTAL", "gpt_beta", "coverage")).isCloseTo(98.640764, within(1e-6));
        assertThat(value("TOTAL", "aioe")).isCloseTo(51.326445, within(1e-6));
        assertThat(term("TOTAL", "aioe", "coverage")).isCloseTo(97.289246, within(1e-6));
    }

    @Test
    void softwareIsNearTheTopAndConstructionNearTheBottom() {
        List<String> order = estimates.stream()
                .filter(e -> e.key().concept().equals("gpt_beta") && e.withheld() == null)
                .sorted(Comparator.comparing((Estimate e) -> band(e).value()).reversed())
                .map(e -> e.key().sector())
                .toList();

        assertThat(order).hasSize(47);
        assertThat(order.subList(0, 10)).contains("INDEED:software-development");
        assertThat(order.subList(37, 47)).contains("INDEED:construction");
        assertThat(value("INDEED:software-development", "aioe")).isGreaterThan(95);
        assertThat(value("INDEED:construction", "aioe")).isLessThan(5);
    }

    @Test
    void byExactCodesAloneTheScoreOf2010DoesNotSpeakForTheEconomyOf2024() {

        String none = ShippedCatalogue.with(List.of()).recipes().occupations().recoded().keySet().stream()
                .map(code -> "'%s': [only, '%s']".formatted(code, code))
                .collect(Collectors.joining(", "));
        Catalogue catalogue = ShippedCatalogue.with(
                List.of(new CatalogueYaml.Text("none.yaml", "occupations: {recoded: {" + none + "}}")));

        Estimate total = new ExposureEstimator(catalogue)
                .estimates(OccupationFiles.fill(new HeldFigures("US"))).stream()
                        .filter(e -> e.key().sector().equals("TOTAL")
                                && e.key().concept().equals("aioe"))
                        .findFirst()
                        .orElseThrow();

        assertThat(total.withheld())
                .isEqualTo("only 79.5 % of the employment of TOTAL is in occupations with exposure.score.aioe;"
                        + " at least 80 % is needed");
    }

    private double value(String sector, String concept) {
        return band(of(sector, concept)).value();
    }

    private double term(String sector, String concept, String name) {
        return of(sector, concept).terms().stream()
                .filter(t -> t.name().equals(name))
                .map(Term::value)
                .map(Objects::requireNonNull)
                .findFirst()
                .orElseThrow();
    }

    private Estimate of(String sector, String concept) {
        return estimates.stream()
                .filter(e ->
                        e.key().sector().equals(sector) && e.key().concept().equals(concept))
                .findFirst()
                .orElseThrow();
    }

    private static Banded band(Estimate estimate) {
        return estimate.levels().get(0).band();
    }
}
