package org.tidemark.producers.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.Told;
import org.tidemark.series.ObservationStatus;
import org.tidemark.validate.RejectReason;

/** What the columns of an SDMX file say of its values. */
class SdmxQualifiersTest {
    private static final String OWN =
            """
            sdmx:
              - dataflow: OECD.T:DSD_T@DF_T
                source: OECD_T
                economy_dimension: REF_AREA
                economies: {USA: US}
                series:
                  - where: {FREQ: A, MEASURE: EMP}
                    indicator: labour.employment.oecd
                  - where: {FREQ: A, MEASURE: GDP, CURRENCY: '*'}
                    indicator: demand.retail.sales
                  - where: {FREQ: A, MEASURE: PAY}
                    indicator: labour.payrolls.total
                  - where: {FREQ: A, MEASURE: IXM, UNIT_MULT: 6}
                    indicator: supply.industry.production
            """;
    private static final String START = "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,FREQ,MEASURE,TIME_PERIOD,OBS_VALUE";
    private static final String ROW = "DATAFLOW,OECD.T:DSD_T@DF_T(1.1),I,USA,A,%s,2023,%s,%s\n";

    private final SdmxCsv format = new SdmxCsv(ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", OWN))));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "159500, 0, 159500",
        "159500, , 159500",
        "160.5, 3, 160500",
        "160.5, 3: Thousands, 160500",
        "160.5, 3:Thousands, 160500",
        "0.1615, 6, 161500",
        "1.1e-1, 6, 110000",
        "16050000, -2, 160500",
        "160.5, _Z, 160.5"
    })
    @DisplayName("A16-sdmx-unit-mult: a multiplier scales the value, rounded once")
    void aMultiplierScalesTheValue(String value, String multiplier, double persons) throws IOException {
        Told told = told("UNIT_MULT", "EMP", value, multiplier == null ? "" : multiplier);

        assertThat(told.rejected).isEmpty();
        assertThat(told.figures).extracting(f -> f.value()).containsExactly(persons);
    }

    @Test
    @DisplayName("A16-sdmx-unit-mult: a standard error is scaled as its value is")
    void aStandardErrorIsScaledAsItsValueIs() throws IOException {
        assertThat(told("UNIT_MULT,STD_ERR", "EMP", "160.5", "3,1.3").figures)
                .extracting(f -> f.value(), f -> f.standardError())
                .containsExactly(tuple(160500.0, 1300.0));
    }

    @Test
    @DisplayName("A16-sdmx-unit-mult: the catalogue's unit may be a multiple itself")
    void theCataloguesUnitMayBeAMultipleItself() throws IOException {
        assertThat(told("UNIT_MULT,UNIT_MEASURE", "PAY", "160.5", "6,PS").figures)
                .extracting(f -> f.value(), f -> f.unit())
                .containsExactly(tuple(160500.0, "thousand_persons"));
        assertThat(told("UNIT_MULT", "IXM", "103.5", "6").figures)
                .extracting(f -> f.value())
                .containsExactly(103.5);
    }

    @Test
    @DisplayName("A16-sdmx-unit-mult: a power of ten above the header or in the catalogue holds for rows without one")
    void aPowerOfTenAboveTheHeaderHoldsForTheFile() throws IOException {
        Path above = file("Employment\nUNIT_MULT: 3\n" + START + "\n"
                + ROW.formatted("EMP", "160.5", "").replace(",\n", "\n"));
        assertThat(Told.by(format, above).figures).extracting(f -> f.value()).containsExactly(160500.0);

        Path unsaid = file(START + "\n" + ROW.formatted("EMP", "160.5", "").replace(",\n", "\n"));
        SdmxCsv usual = new SdmxCsv(ShippedCatalogue.with(List.of(
                new CatalogueYaml.Text("own.yaml", OWN.replace("    source:", "    unit_mult: 3\n    source:")))));
        assertThat(Told.by(usual, unsaid).figures).extracting(f -> f.value()).containsExactly(160500.0);
    }

    @Test
    @DisplayName("A16-sdmx-unit-mult: a multiplier for many figures at once refuses the file and is not dropped")
    void aMultiplierForManyFiguresRefusesTheFile() throws IOException {
        Path file = file(START + ",UNIT_MULT\nDATAFLOW,OECD.T:DSD_T@DF_T(1.1),I,USA,A,EMP,,,3\n"
                + ROW.formatted("EMP", "160.5", ""));

        assertThatThrownBy(() -> Told.by(format, file))
                .hasStackTraceContaining("line 2 gives a power of ten for many figures at once");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNIT_MULT       | thousands    | BAD_NUMBER        | UNIT_MULT 'thousands' is no power of ten",
                "UNIT_MULT       | 99           | BAD_NUMBER        | UNIT_MULT '99' is no power of ten",
                "unit_mult       | K            | BAD_NUMBER        | unit_mult 'K' is no power of ten",
                "UNIT_MULT,SCALE | 3,6          | BAD_NUMBER        | UNIT_MULT and SCALE name different powers of ten",
                "UNIT_MEASURE    | USD          | WRONG_UNIT        | UNIT_MEASURE 'USD' is not persons",
                "UNIT_MEASURE    | PC:Percent   | WRONG_UNIT        | UNIT_MEASURE 'PC' is not persons",
                "CURRENCY        | EUR          | WRONG_UNIT        | CURRENCY 'EUR' is not persons",
                "BASE_PER        | 2015         | UNKNOWN_INDICATOR | 'BASE_PER' '2015' may say more of the value",
                "ADJUSTMENT      | Y            | UNKNOWN_INDICATOR | 'ADJUSTMENT' 'Y' may say more of the value",
                "SEX             | F: Female    | UNKNOWN_INDICATOR | 'SEX' 'F' may say more of the value",
                "STD_ERR         | -1           | BAD_NUMBER        | standard error '-1' is no number of 0 or more",
            })
    @DisplayName("A16-sdmx-unit-mult: what could scale, sign or qualify a value and is not known refuses the row")
    void whatCouldQualifyAValueRefusesTheRow(String columns, String cells, RejectReason reason, String said)
            throws IOException {
        Told told = told(columns, "EMP", "160.5", cells);

        assertThat(told.figures).isEmpty();
        assertThat(told.rejected).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(reason);
            assertThat(r.detail()).startsWith(said).contains("; ");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DECIMALS,TITLE,OBS_COM    | 1,Employment,revised",
                "UNIT_MEASURE              | PERSONS",
                "UNIT_MEASURE              | PS: Persons",
                "BASE_PER,ADJUSTMENT,SEX   | ,_Z,_T",
                "SEX,Sex                   | _T,Total",
                "EMBARGO_TIME,TIME_FORMAT  | 2024-01-01T10:00:00,P1Y",
            })
    void whatSaysNothingOfTheValueChangesNothing(String columns, String cells) throws IOException {
        Told told = told(columns, "EMP", "160.5", cells);

        assertThat(told.rejected).isEmpty();
        assertThat(told.figures).extracting(f -> f.value()).containsExactly(160.5);
    }

    @Test
    void aCurrencyThatIsTheUnitsOwnOrIsMappedIsTaken() throws IOException {
        assertThat(told("CURRENCY,UNIT_MULT", "GDP", "1.5", "USD,9").figures)
                .extracting(f -> f.value(), f -> f.unit())
                .containsExactly(tuple(1500.0, "million_usd"));
    }

    @Test
    void aColumnIsIgnoredWhereTheCatalogueSaysSo() throws IOException {
        SdmxCsv own = new SdmxCsv(ShippedCatalogue.with(List.of(new CatalogueYaml.Text(
                "own.yaml", OWN.replace("    source:", "    ignored: [BASE_PER]\n    source:")))));
        Path file = file(START + ",BASE_PER\n" + ROW.formatted("EMP", "160.5", "2015"));

        assertThat(Told.by(own, file).figures).hasSize(1);
    }

    @Test
    void aValueOfBeforeABreakSaysThatThereIsOne() throws IOException {
        assertThat(told("PRE_BREAK_VALUE,OBS_CONF", "EMP", "160.5", "150.1,F").figures)
                .extracting(f -> f.status())
                .containsExactly(ObservationStatus.BREAK);
        assertThat(told("OBS_CONF", "EMP", "160.5", "C").figures).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ:Frequency|A:Annual|\"DE:Germany\"",
                "FREQ: Frequency|A: Annual|\"DE: Germany, all\"",
                "freq|A:Annual, of the year|DE:Germany: all",
            })
    @DisplayName("A14-sdmx-label-without-blank: a label is cut off with or without a blank before it")
    void aLabelIsCutOffWithOrWithoutABlank(String name, String frequency, String economy) throws IOException {
        String text =
                "STRUCTURE:Structure,STRUCTURE_ID:Id,ACTION,%s,REF_AREA:Area,MEASURE:Measure,\"TIME_PERIOD:Time period or range\",\"OBS_VALUE:Observation Value\",UNIT_MULT:Multiplier\n"
                                .formatted(name)
                        + "dataflow,\"OECD.T:DSD_T@DF_T(1.1):Test, all\",I,\"%s\",%s,EMP:Employment,2025,13.5,3:Thousands\n"
                                .formatted(frequency, economy.startsWith("\"") ? economy : '"' + economy + '"');

        assertThat(Told.by(format, file(text)).figures)
                .extracting(f -> f.figure().toString(), f -> f.value())
                .containsExactly(tuple("labour.employment.oecd|DE|TOTAL|OECD_T|2025", 13500.0));
    }

    @Test
    @DisplayName("A14-sdmx-label-without-blank: a code with a colon and a time are no codes with labels")
    void aCodeWithAColonIsFoundAsItIsWritten() throws IOException {
        SdmxCsv own = new SdmxCsv(ShippedCatalogue.with(
                List.of(new CatalogueYaml.Text("own.yaml", OWN.replace("MEASURE: EMP", "MEASURE: 'E:10'")))));
        Path file = file(START + "\n" + ROW.formatted("E:10", "160.5", "").replace(",\n", "\n"));

        assertThat(Told.by(own, file).figures).hasSize(1);
        assertThat(SdmxColumns.code("DE:Germany")).isEqualTo("DE");
        assertThat(SdmxColumns.code("DE: a: b")).isEqualTo("DE");
        assertThat(SdmxColumns.code("no code: at all")).isEqualTo("no code");
        assertThat(SdmxColumns.code("two words:x")).isEqualTo("two words:x");
    }

    private Told told(String columns, String measure, String value, String cells) throws IOException {
        return Told.by(format, file(START + "," + columns + "\n" + ROW.formatted(measure, value, cells)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("oecd.csv"), text);
    }
}
