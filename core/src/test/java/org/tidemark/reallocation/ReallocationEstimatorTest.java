package org.tidemark.reallocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

class ReallocationEstimatorTest {
    private static final Catalogue CATALOGUE = ShippedCatalogue.with(List.of());
    private static final Instant PUBLISHED = Instant.parse("2003-06-01T00:00:00Z");
    private static final String OUTPUT = "supply.output.real";
    private static final String EMPLOYMENT = "labour.employment.industry";
    private static final double[][] OUTPUTS = {
        {100, 100, 100, 100, 100, 100}, {103, 101, 108, 99, 102, 104}, {107, 102, 118, 99, 103, 110}
    };
    private static final double[][] PERSONS = {
        {500, 900, 300, 400, 700, 200}, {498, 930, 290, 402, 705, 210}, {490, 960, 280, 410, 712, 215}
    };

    /** One figure to be held. */
    private record Given(String indicator, String sector, String period, double value) {}

    private final List<Given> given = new ArrayList<>();

    ReallocationEstimatorTest() {
        for (int year = 0; year < 3; year++) {
            for (int sector = 0; sector < 6; sector++) {
                String code = "NAICS:" + (11 + sector);
                given.add(new Given(OUTPUT, code, String.valueOf(2000 + year), OUTPUTS[year][sector]));
                given.add(new Given(EMPLOYMENT, code, String.valueOf(2000 + year), 1000 * PERSONS[year][sector]));
            }
        }
    }

    /** By scipy: cov, linregress and t of the same figures. */
    @Test
    void agreesWithScipyOverTheLastYear() {
        Estimate estimate = estimate("last_year");

        expectBand(estimate, -1.7994785432341172, -2.841895566364395, 0.08820851519599171);
        assertThat(estimate.levels().get(0).pNegative()).isCloseTo(0.9714109266720067, within(1e-10));
        assertThat(term(estimate, "t_statistic").value()).isCloseTo(-2.6467063865055374, within(1e-9));
        assertThat(term(estimate, "index").value()).isCloseTo(8.997392716170589, within(1e-9));
        assertThat(term(estimate, "sectors").value()).isEqualTo(6);
        assertThat(estimate.period()).isEqualTo(Period.parse("2002"));
        assertThat(estimate.inputs()).isEqualTo(36);
    }

    @Test
    void agreesWithScipyOverTheWholeSpan() {
        Estimate estimate = estimate("whole_span");

        expectBand(estimate, -1.5889438177838302, -2.5531682059277987, 0.157146142888831);
        assertThat(estimate.levels().get(0).pNegative()).isCloseTo(0.967549384236333, within(1e-10));
        assertThat(term(estimate, "t_statistic").value()).isCloseTo(-2.5265681520903343, within(1e-9));
    }

    @Test
    void monthsCountAsTheirYearAndAHalfYearDoesNot() {
        double expected = estimate("last_year").levels().get(0).band().value();
        given.removeIf(g -> g.indicator().equals(EMPLOYMENT) && g.period().equals("2001"));
        for (int month = 1; month <= 12; month++) {
            for (int sector = 0; sector < 6; sector++) {
                String period = "2001-%02d".formatted(month);
                given.add(new Given(EMPLOYMENT, "NAICS:" + (11 + sector), period, 1000 * PERSONS[1][sector]));
            }
        }
        given.add(new Given(EMPLOYMENT, "NAICS:11", "2003-01", 480_000));

        assertThat(estimate("last_year").levels().get(0).band().value()).isCloseTo(expected, within(1e-9));

        given.removeIf(g -> g.period().startsWith("2001-1"));
        assertThat(estimate("last_year").withheld()).isEqualTo("the year before 2002 is not held");
        assertThat(estimate("whole_span").withheld()).isNull();
    }

    @Test
    void underFourSectorsThereIsNoNumber() {
        given.removeIf(g -> g.indicator().equals(OUTPUT) && g.sector().compareTo("NAICS:13") > 0);

        assertThat(estimate("whole_span").withheld())
                .isEqualTo("productivity by sector is not held: output and employment are both held for 3 sectors"
                        + " (NAICS:11, NAICS:12, NAICS:13); at least 4 are needed");
        given.removeIf(g -> g.indicator().equals(OUTPUT));
        assertThat(estimate("whole_span").withheld()).contains("held for 0 sectors; at least 4");
        given.clear();
        assertThat(new ReallocationEstimator(CATALOGUE).estimates(held())).isEmpty();
    }

    @Test
    void theTotalIsNoSectorAndASecondClassificationIsNotCountedAgain() {
        List<Estimate> expected = new ReallocationEstimator(CATALOGUE).estimates(held());
        for (String sector : List.of("TOTAL", "ISIC:A", "ISIC:B")) {
            given.add(new Given(OUTPUT, sector, "2001", 100));
            given.add(new Given(EMPLOYMENT, sector, "2001", 100));
        }

        assertThat(new ReallocationEstimator(CATALOGUE).estimates(held())).isEqualTo(expected);
    }

    @Test
    void figuresThatCannotBeTrueGiveNoNumber() {
        given.add(new Given(EMPLOYMENT, "NAICS:12", "1999", -4));

        assertThat(estimate("last_year").withheld())
                .isEqualTo("labour.employment.industry of NAICS:12 in 1999 is -4.0; it must be above 0");
    }

    @Test
    void withoutTwoCommonYearsOrAnyDifferenceThereIsNoNumber() {
        given.replaceAll(g -> new Given(g.indicator(), g.sector(), g.period(), 100));
        assertThat(estimate("whole_span").withheld()).contains("moved alike in all 6 sectors from 2000 to 2002");
        given.removeIf(g -> !g.period().equals("2002"));
        assertThat(estimate("whole_span").withheld())
                .isEqualTo("6 sectors have 1 whole years in common; at least 2 are needed");
    }

    @Test
    void aCatalogueWithoutTheFamiliesIsRefused() {
        Catalogue bare = CatalogueYaml.parse(List.of(new CatalogueYaml.Text("t", "aggregates: {XX1: X}")));

        assertThatThrownBy(() -> new ReallocationEstimator(bare)).hasMessageContaining("no declared family");
        assertThat(new ReallocationEstimator(CATALOGUE).reads(OUTPUT)).isTrue();
        assertThat(new ReallocationEstimator(CATALOGUE).reads("supply.gdp.real_growth"))
                .isFalse();
    }

    @Property(tries = 30)
    void theOrderOfFillingChangesNothing(@ForAll long seed) {
        List<Estimate> expected = new ReallocationEstimator(CATALOGUE).estimates(held());
        Collections.shuffle(given, new Random(seed));

        assertThat(new ReallocationEstimator(CATALOGUE).estimates(held())).isEqualTo(expected);
    }

    @Property(tries = 30)
    void theUnitOfOutputDoesNotMatter(@ForAll("scales") double scale) {
        double expected = estimate("whole_span").levels().get(0).band().value();
        given.replaceAll(g ->
                g.indicator().equals(OUTPUT) ? new Given(g.indicator(), g.sector(), g.period(), g.value() * scale) : g);

        assertThat(estimate("whole_span").levels().get(0).band().value()).isCloseTo(expected, within(1e-9));
    }

    @Provide
    Arbitrary<Double> scales() {
        return Arbitraries.doubles().between(0.01, 1000);
    }

    private static void expectBand(Estimate estimate, double value, double lower80, double upper95) {
        Banded band = estimate.levels().get(0).band();
        assertThat(band.value()).isCloseTo(value, within(1e-9));
        assertThat(band.lower80()).isCloseTo(lower80, within(1e-9));
        assertThat(band.upper95()).isCloseTo(upper95, within(1e-9));
    }

    private Estimate estimate(String concept) {
        return new ReallocationEstimator(CATALOGUE)
                .estimates(held()).stream()
                        .filter(e -> e.key().concept().equals(concept))
                        .findFirst()
                        .orElseThrow();
    }

    private HeldFigures held() {
        HeldFigures held = new HeldFigures("US");
        for (Given g : given) {
            SeriesId series = new SeriesId(g.indicator(), "US", g.sector(), "A");
            held.put(new FigureId(series, Period.parse(g.period())), g.value(), null, PUBLISHED);
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
