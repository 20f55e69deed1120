package org.tidemark.penetration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** How far the figures of a penetration are off, and who says so. */
class PenetrationTermsTest {
    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());
    private static final Instant KNOWN = Instant.parse("2026-05-31T00:00:00Z");
    private static final String WAVE = "2025-10-20/2025-11-02";

    private static Estimate of(String indicator, String economy, String period, double value, @Nullable Double error) {
        SeriesId series = new SeriesId(indicator, economy, "TOTAL", "ANY");
        HeldFigures held =
                new HeldFigures(economy).put(new FigureId(series, Period.parse(period)), value, error, KNOWN);
        return new PenetrationEstimator(SHIPPED, CeilingPrior.EQUAL, Set.of(indicator))
                .estimates(held)
                .get(0);
    }

    private static Term term(Estimate estimate, String name) {
        return estimate.terms().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double half80(Estimate estimate) {
        Banded band = estimate.levels().get(0).band();
        return (band.upper80() - band.lower80()) / 2;
    }

    @ParameterizedTest
    @CsvSource({
        "adoption.firms.any_use, DE, 2025, 1.0, MEASURED",
        "adoption.firms.any_use, EU27, 2025, 0.5, MEASURED",
        "adoption.firms.any_use.size_10_49, DE, 2025, 1.5, MEASURED",
        "adoption.firms.any_use.size_10_49, EU27, 2025, 0.5, MEASURED",
        "adoption.people.any_use, CN, 2025-H2, 0, MEASURED",
        "adoption.workers.any_use, US, 2025-11, 1.0, ASSUMED",
        "adoption.firms.paid, US, 2026-05, 0.5, ASSUMED",
        "adoption.firms.goods_services, US, 2025-11, 0, ASSUMED"
    })
    void theNoiseOfASourceIsSaidWithItsBasis(
            String indicator, String economy, String period, double noise, Term.Basis basis) {
        Term term = term(of(indicator, economy, period, 20, null), "noise");

        assertThat(term.value()).isCloseTo(noise, within(1e-9));
        assertThat(term.basis()).isEqualTo(basis);
        assertThat(term.unit()).isEqualTo("percentage_points");
        assertThat(term.source()).isNotEmpty();
    }

    /** 1.28 standard deviations of the noise of the source and the filter's own 0.38 points together. */
    @Test
    void theBandIsThatOfTheSourceAndNoConstant() {
        double firms = half80(of("adoption.firms.any_use", "DE", "2025", 20, null));
        double union = half80(of("adoption.firms.any_use", "EU27", "2025", 20, null));
        double wave = half80(of("adoption.firms.goods_services", "US", WAVE, 20, 0.3));

        assertThat(firms).isCloseTo(1.2816 * Math.hypot(1.0, 0.384), within(0.1));
        assertThat(union).isCloseTo(1.2816 * Math.hypot(0.5, 0.384), within(0.1));
        assertThat(wave).isCloseTo(1.2816 * Math.hypot(0.3, 0.384), within(0.1));
    }

    @Test
    void aStandardErrorThatThePublisherStatesIsMeasured() {
        Term term = term(of("adoption.firms.goods_services", "US", WAVE, 10, 0.2), "noise");

        assertThat(term.value()).isCloseTo(0.2, within(1e-9));
        assertThat(term.basis()).isEqualTo(Term.Basis.MEASURED);
        assertThat(term.source()).isEqualTo("standard error that the publisher states of its newest figure");
    }

    @Test
    void whatASourceIsOffAsAMeasureOfItsConceptIsToldApartAndInNoBand() {
        Term bias = term(of("adoption.people.any_use", "CN", "2025-H2", 16.3, null), "bias");

        assertThat(bias.value()).isEqualTo(0.0);
        assertThat(bias.standardDeviation()).isEqualTo(10.0);
        assertThat(bias.basis()).isEqualTo(Term.Basis.ASSUMED);
        assertThat(bias.source()).startsWith("the band does not hold it: ASSUMED; telemetry of one firm's products");
        assertThat(term(of("adoption.firms.any_use", "DE", "2025", 20, null), "bias")
                        .basis())
                .isEqualTo(Term.Basis.UNAVAILABLE);
    }

    @Test
    void aPopulationIsPartOfTheConcept() {
        assertThat(of("adoption.firms.paid", "US", "2026-05", 50.6, null).key().concept())
                .isEqualTo("ramp_customers.paid");
    }

    @Test
    void everyShippedNoiseAndBiasSaysWhereItIsFrom() {
        for (Indicator indicator : SHIPPED.indicators()) {
            if (indicator.role() == Role.ADOPTION && indicator.noise() > 0) {
                assertThat(indicator.accuracy().noiseCitation())
                        .as(indicator.id())
                        .isNotEmpty();
            }
            if (indicator.accuracy().bias() > 0) {
                assertThat(indicator.accuracy().biasCitation())
                        .as(indicator.id())
                        .isNotEmpty();
            }
        }
    }
}
