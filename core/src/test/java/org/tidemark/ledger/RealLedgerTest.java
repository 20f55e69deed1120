package org.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.exposure.ExposureEstimator;
import org.tidemark.exposure.OccupationFiles;
import org.tidemark.figures.HeldFigures;

/**
 * The ledger of the United States on the publishers' files: the numbers of docs/methods/ledger.md. What is expected was
 * computed with scipy from the factors (quadrature over Betas; Shapley's value over all sets).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealLedgerTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());

    private List<Estimate> estimates = List.of();

    /** Before each, so that each says that it is skipped; computed once. */
    @BeforeEach
    void estimate() {
        if (!estimates.isEmpty()) {
            return;
        }
        HeldFigures held = OccupationFiles.fill(new HeldFigures("US"));
        new ExposureEstimator(CATALOGUE).estimates(held).forEach(held::put);
        UsFigures.fill(held);
        estimates = new LedgerEstimator(CATALOGUE).estimates(held);
    }

    @Test
    void byShareOfTasks() {
        Estimate ledger = of("displacement.ledger", "gpt_beta.firms.goods_services");

        expectBand(ledger, 0.31236, 0.10624, 0.69134, 0.051722, 0.96223);
        expectTerm(ledger, "exposed_share", 34.15949, 2.35385, 0.0131343);
        expectTerm(ledger, "adoption", 9.961417, 0.302063, 0.0025486);
        expectTerm(ledger, "substitution_share", 46.48182, 14.39798, 0.2533702);
        expectTerm(ledger, "profitable_share", 23, 12.68858, 0.7309470);
        expectTerm(ledger, "expected", 0.3637838, 0.2406495, null);
        expectTerm(ledger, "persons", 560_908.78, 371_051.22, null);
    }

    @Test
    void byOccupationsAboveTheMeanScore() {
        Estimate ledger = of("displacement.ledger", "aioe.firms.goods_services");

        expectBand(ledger, 0.46791, 0.15865, 1.04120, 0.077172, 1.45512);
        expectTerm(ledger, "exposed_share", 51.32644, 4.95774, 0.0254272);
        expectTerm(ledger, "adoption", 9.961417, 0.302063, 0.0025171);
        expectTerm(ledger, "substitution_share", 46.48182, 14.39798, 0.2502261);
        expectTerm(ledger, "profitable_share", 23, 12.68858, 0.7218296);
        expectTerm(ledger, "persons", 842_795.25, 561_684.76, null);
    }

    @Test
    void reinstatementIsALineOfItsOwn() {
        Estimate reinstatement = of("displacement.reinstatement", "postings.ai_share");

        expectTerm(reinstatement, "postings_now", 2.556585, 0.0061617, null);
        expectTerm(reinstatement, "postings_2019", 1.737457, 0.0178853, null);
        assertThat(level(reinstatement).band().value()).isCloseTo(0.8191287, within(1e-6));
        assertThat(level(reinstatement).pNegative()).isLessThan(1e-6);
    }

    @Test
    void netHasASignWithAProbability() {
        Estimate byTasks = of("displacement.net", "gpt_beta.firms.goods_services");
        Estimate byScore = of("displacement.net", "aioe.firms.goods_services");

        assertThat(level(byTasks).pNegative()).isCloseTo(0.9315, within(0.002));
        assertThat(level(byScore).pNegative()).isCloseTo(0.7875, within(0.002));
        assertThat(level(byTasks).band().value()).isCloseTo(-0.48934, within(0.002));
        assertThat(level(byTasks).band().upper95()).isCloseTo(0.1994, within(0.005));
        assertThat(level(byScore).band().lower80()).isCloseTo(-0.71106, within(0.002));
    }

    private static void expectBand(
            Estimate estimate, double value, double lower80, double upper80, double lower95, double upper95) {
        Banded band = level(estimate).band();
        assertThat(band.value()).isCloseTo(value, within(0.003 * value));
        assertThat(band.lower80()).isCloseTo(lower80, within(0.003 * lower80));
        assertThat(band.upper80()).isCloseTo(upper80, within(0.003 * upper80));
        assertThat(band.lower95()).isCloseTo(lower95, within(0.003 * lower95));
        assertThat(band.upper95()).isCloseTo(upper95, within(0.003 * upper95));
    }

    private static void expectTerm(Estimate estimate, String name, double value, double sd, @Nullable Double part) {
        Term term = estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(term.value()).isCloseTo(value, within(1e-5 * value));
        assertThat(term.standardDeviation()).isCloseTo(sd, within(1e-4 * sd));
        if (part != null) {
            assertThat(term.varianceShare()).isCloseTo(part, within(1e-6));
        }
    }

    private static HorizonValue level(Estimate estimate) {
        return Objects.requireNonNull(estimate.levels().get(0));
    }

    private Estimate of(String measure, String concept) {
        EstimateKey key = new EstimateKey("US", "TOTAL", measure, concept);
        return estimates.stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
    }
}
