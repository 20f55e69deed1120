package org.tidemark.penetration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Sources of one concept that say different things. */
class SourceRangeTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final SourceRange RANGE = new SourceRange(CATALOGUE);
    private static final String RESIDENTS = "adoption.residents.generative";
    private static final Instant KNOWN = Instant.parse("2026-02-28T00:00:00Z");
    private static final String PEOPLE = "adoption.people.any_use";
    private static final String FIRMS = "adoption.firms.any_use";

    private static HeldFigures put(HeldFigures held, String indicator, String source, String period, double value) {
        SeriesId series = new SeriesId(indicator, held.economy(), "TOTAL", source);
        return held.put(new FigureId(series, Period.parse(period)), value, null, KNOWN);
    }

    @Test
    @DisplayName("China: 16.3 % by telemetry and 42.8 % by a survey are a range and no number")
    void sourcesThatDisagreeAreToldAsARangeWithWhatEachCounts() {
        HeldFigures china = new HeldFigures("CN");
        put(china, PEOPLE, "MICROSOFT_AIEI", "2025-H2", 16.3);
        put(china, PEOPLE, "CNNIC", "2025-12", 42.8);

        Estimate range = RANGE.estimates(china).get(0);

        assertThat(range.key().toString()).isEqualTo("CN|TOTAL|penetration.range|people.any_use");
        Banded band = range.levels().get(0).band();
        assertThat(band.lower80()).isEqualTo(16.3);
        assertThat(band.upper80()).isEqualTo(42.8);
        assertThat(range.terms()).extracting(Term::name).containsExactly("source.MICROSOFT_AIEI", "source.CNNIC");
        assertThat(range.terms()).extracting(Term::value).containsExactly(16.3, 42.8);
        assertThat(range.terms().get(0).source()).contains("in 2025-H2").contains("telemetry");
        assertThat(range.inputs()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "China: residents by CNNIC are another population, and stand beside people by telemetry without moving them")
    void anotherPopulationIsAConceptOfItsOwnAndIsComparedWhereTheCatalogueSaysSo() {
        HeldFigures china = new HeldFigures("CN");
        put(china, PEOPLE, "MICROSOFT_AIEI", "2025-H2", 16.3);
        put(china, RESIDENTS, "CNNIC", "2025-12", 42.8);

        List<Estimate> ranges = RANGE.estimates(china);

        assertThat(ranges)
                .extracting(e -> e.key().toString())
                .containsExactly("CN|TOTAL|penetration.range|people.any_use");
        Banded band = ranges.get(0).levels().get(0).band();
        assertThat(band.lower80()).isEqualTo(16.3);
        assertThat(band.upper80()).isCloseTo(42.8 + 1.2815515655446004 * 0.5, within(1e-9));
        assertThat(ranges.get(0).terms().get(1).source())
                .contains("Residents of China of all ages")
                .contains("self-report");
        assertThat(CATALOGUE.indicator(RESIDENTS).orElseThrow().concept()).isEqualTo("residents.generative");
        assertThat(new PenetrationEstimator(CATALOGUE, CeilingPrior.EQUAL, Set.of(PEOPLE, RESIDENTS)).estimates(china))
                .extracting(e -> e.key().concept())
                .containsExactly("people.any_use", "residents.generative");
    }

    /** A source's population belongs in the concept: one card company's customers are no "firms". */
    @Test
    void thePopulationOfASourceIsPartOfItsConcept() {
        assertThat(CATALOGUE.indicator("adoption.firms.paid").orElseThrow().concept())
                .isEqualTo("ramp_customers.paid");
    }

    @Test
    void oneSourceOrTwoOfOtherTimesAreNoRange() {
        HeldFigures china = new HeldFigures("CN");
        put(china, PEOPLE, "MICROSOFT_AIEI", "2025-H2", 16.3);
        assertThat(RANGE.estimates(china)).isEmpty();

        put(china, PEOPLE, "CNNIC", "2023-12", 42.8);
        assertThat(RANGE.estimates(china)).isEmpty();
    }

    /** Bands of 1.28 points to either side: Eurostat's noise of one point. */
    @Property(tries = 200)
    void theyDisagreeExactlyWhereTheirBandsDoNotMeet(@ForAll @DoubleRange(min = 5, max = 60) double other) {
        HeldFigures germany = new HeldFigures("DE");
        put(germany, FIRMS, "EUROSTAT", "2025", 26);
        put(germany, FIRMS, "OECD", "2025", other);

        assertThat(RANGE.estimates(germany).isEmpty()).isEqualTo(Math.abs(other - 26) <= 2 * 1.2815515655446004);
    }

    @Test
    void itReadsAdoptionAlone() {
        assertThat(RANGE.reads(PEOPLE)).isTrue();
        assertThat(RANGE.reads("labour.cuts.total")).isFalse();
    }
}
