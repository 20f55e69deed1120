package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a catalogue of one's own does to the one below it, list by list. */
class CatalogueLayersTest {
    private static final String OWN_DATAFLOW =
            """
            sdmx:
              - dataflow: OECD.T:DSD_T@DF_T
                source: OECD_T
                economy_dimension: REF_AREA
                economies: {USA: US}
                series:
                  - where: {FREQ: A, MEASURE: EMP}
                    indicator: labour.employment.oecd
            sources:
              OECD_T: {title: OECD test, lag: P3M}
            """;

    private static final Catalogue SHIPPED = ShippedCatalogue.with(List.of());

    @Test
    @DisplayName("A17-own-dataflow-drops-shipped: a dataflow of one's own stands beside the shipped ones")
    void anOwnDataflowStandsBesideTheShippedOnes() {
        Catalogue laid = own(OWN_DATAFLOW);

        assertThat(laid.sdmx("OECD.T:DSD_T@DF_T")).isPresent();
        assertThat(laid.sdmx("ESTAT:ISOC_EB_AI")).isEqualTo(SHIPPED.sdmx("ESTAT:ISOC_EB_AI"));
        assertThat(laid.source("EUROSTAT")).isEqualTo(SHIPPED.source("EUROSTAT"));
    }

    @Test
    @DisplayName("A17-own-dataflow-drops-shipped: rows and codes of one's own are added to a shipped dataflow")
    void aShippedDataflowIsLaidOverFieldByField() {
        SdmxMapping below = eurostat(SHIPPED);
        SdmxMapping laid = eurostat(
                own(
                        """
                sdmx:
                  - dataflow: ESTAT:ISOC_EB_AI(1.0)
                    economies: {XI: GB-NIR}
                    series:
                      - where: {indic_is: E_AI_TNLG, unit: PC_ENT}
                        indicator: adoption.firms.language
                      - where: {size_emp: GE250, nace_r2: C10-S951_X_K, unit: PC_ENT, indic_is: E_AI_TANY, freq: A}
                        indicator: adoption.firms.any_use.large
                """));

        assertThat(laid.source()).isEqualTo("EUROSTAT");
        assertThat(laid.economies()).containsAllEntriesOf(below.economies()).containsEntry("XI", "GB-NIR");
        assertThat(laid.series())
                .extracting(SdmxMapping.Row::indicator)
                .containsExactly(
                        "adoption.firms.any_use",
                        "adoption.firms.any_use.size_10_49",
                        "adoption.firms.any_use.size_50_249",
                        "adoption.firms.any_use.large",
                        "adoption.firms.language");
    }

    @Test
    void whatIsShippedIsSwitchedOffByOneWord() {
        assertThat(own("sdmx: [{dataflow: ESTAT:ISOC_EB_AI, off: true}]").sdmx("ESTAT:ISOC_EB_AI"))
                .isEmpty();
        assertThat(eurostat(
                                own(
                                        "sdmx: [{dataflow: ESTAT:ISOC_EB_AI, series: [{off: true, where: {freq: A, indic_is: E_AI_TANY, unit: PC_ENT, nace_r2: C10-S951_X_K, size_emp: GE250}}], economies: {EL: off}}]"))
                        .series())
                .hasSize(3);
        assertThat(own("aggregates: {NORTH: off}").aggregates())
                .doesNotContainKey("NORTH")
                .containsKey("SOUTH");
        assertThat(own("measures: {firms.any_use: {off: true}}")
                        .recipes()
                        .measures()
                        .recipes())
                .doesNotContainKey("firms.any_use")
                .containsKey("people.any_use");
        assertThat(own("measures: {firms.any_use: off}").recipes().measures().recipes())
                .doesNotContainKey("firms.any_use")
                .containsKey("people.any_use");
        assertThat(own("sources: {EUROSTAT: {lag: off}}").source("EUROSTAT").lag())
                .isNull();
        assertThat(own("columns: {FRED_MD: {INDPRO: off}}").columns("FRED_MD"))
                .hasSize(SHIPPED.columns("FRED_MD").size() - 1);
        assertThat(own("rules: {SpeedUp: {off: true}}").recipes().alerts())
                .isNotEqualTo(SHIPPED.recipes().alerts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[NO, IS]       | EU27 and NO and IS",
                "[-FR]          | EU27 without FR",
                "[only, DE, NO, SE, FI, ES] | five",
                "[DE]           | EU27"
            })
    void aListOfWordsAddsTakesOutOrStandsAlone(String list, String meaning) {
        List<String> shipped = members(SHIPPED);
        List<String> laid = members(own("measures: {firms.any_use: {fewest: 5, members: " + list + "}}"));

        List<String> expected =
                switch (meaning) {
                    case "EU27" -> shipped;
                    case "EU27 without FR" ->
                        shipped.stream().filter(m -> !m.equals("FR")).toList();
                    case "five" -> List.of("DE", "NO", "SE", "FI", "ES");
                    default ->
                        Stream.concat(shipped.stream(), Stream.of("NO", "IS")).toList();
                };
        assertThat(laid).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyListThatIsNoNumberKeepsWhatItHeld() {
        Catalogue laid = own(
                """
                pool: {concepts: [jobs.any_use]}
                ledger: {adoption: [jobs.any_use]}
                measures: {postings: {groups: {others: [INDEED:space]}}}
                gaps: {retail.cpi_all: {demand: [demand.retail.sales, prices.cpi.apparel]}}
                indicators: {exposure.jobs: {stands_for: {ADVANCED: ['NO', NL]}, range: [1, 99]}}
                occupations: {sectors: {INDEED:legal: ['13-1041']}}
                """);

        assertThat(laid.recipes().pool().orElseThrow().concepts())
                .containsAll(SHIPPED.recipes().pool().orElseThrow().concepts())
                .contains("jobs.any_use");
        assertThat(laid.recipes().ledger().orElseThrow().adoption())
                .startsWith(SHIPPED.recipes().ledger().orElseThrow().adoption().toArray(String[]::new))
                .endsWith("jobs.any_use");
        assertThat(groups(laid).others()).containsAll(groups(SHIPPED).others()).contains("INDEED:space");
        // Two sides of a gap are no members of anything.
        assertThat(Objects.requireNonNull(laid.recipes().gaps().get("retail.cpi_all"))
                        .demand())
                .containsExactly("demand.retail.sales", "prices.cpi.apparel");
        assertThat(laid.indicator("exposure.jobs").orElseThrow().standsFor().get("ADVANCED"))
                .contains("US", "DE", "NO", "NL");
        assertThat(laid.indicator("exposure.jobs").orElseThrow().minimum()).isEqualTo(1);
        assertThat(laid.indicator("exposure.jobs").orElseThrow().maximum()).isEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aggregates: {MERCOSR: off} | 'aggregates > MERCOSR' is switched off, but there is none",
                "sdmx: [{dataflow: X:Y, off: true}] | 'sdmx > X:Y' is switched off, but there is none",
                "measures: {firms.any_use: {members: [-US]}} | 'measures > firms.any_use > members > -US' takes out what is not there",
            })
    void whatCannotBeTakenAwayIsSaid(String yaml, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own(yaml))
                .withMessageContaining("own.yaml")
                .withMessageContaining(said)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void theFormOfATextThatSwitchesOffIsCheckedAllTheSame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> own("aggregates: {NORTH: off}\nsources: {X: {tilte: Y}}"))
                .withMessageContaining("own.yaml")
                .withMessageContaining("tilte");
    }

    @Test
    void norwayIsNoBoolean() {
        assertThat(own("indicators: {exposure.jobs: {stands_for: {ADVANCED: [NO]}}}")
                        .indicator("exposure.jobs")
                        .orElseThrow()
                        .standsFor())
                .isNotEqualTo(Map.of())
                .satisfies(all -> assertThat(all.get("ADVANCED")).contains("NO"));
    }

    private static SdmxMapping eurostat(Catalogue catalogue) {
        return catalogue.sdmx("ESTAT:ISOC_EB_AI").orElseThrow();
    }

    private static SectorGroups groups(Catalogue catalogue) {
        return Objects.requireNonNull(
                Objects.requireNonNull(catalogue.recipes().measures().recipes().get("postings"))
                        .groups());
    }

    private static List<String> members(Catalogue catalogue) {
        return List.copyOf(
                Objects.requireNonNull(catalogue.recipes().measures().recipes().get("firms.any_use"))
                        .members());
    }

    private static Catalogue own(String yaml) {
        return ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml)));
    }
}
