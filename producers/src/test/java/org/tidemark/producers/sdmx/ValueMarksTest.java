package org.tidemark.producers.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.Told;
import org.tidemark.series.ObservationStatus;
import org.tidemark.validate.RejectReason;

/** Marks that a publisher writes behind or around numbers are read where the catalogue declares them, and refused elsewhere. */
class ValueMarksTest {
    private static final String OWN =
            """
            sdmx:
              - dataflow: OECD.T:DSD_T@DF_T
                source: OECD_T
                economy_dimension: REF_AREA
                economies: {USA: US}
                %s
                series:
                  - where: {MEASURE: EMP}
                    indicator: labour.employment.oecd
            """;
    private static final String MARKS = "marks: {'(b)': B, p: P, e: E, '*': A, '[]': E}";

    @TempDir
    private Path folder = Path.of("");

    private Told told(String marks, String separator, String... cells) throws IOException {
        StringBuilder text = new StringBuilder("DATAFLOW,REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE\n");
        for (int i = 0; i < cells.length; i++) {
            text.append("OECD.T:DSD_T@DF_T(1.1),USA,EMP,").append(2001 + i).append(',');
            text.append(cells[i]).append('\n');
        }
        Path file = Files.writeString(
                folder.resolve("f.csv"), text.toString().replace(",", separator).replace('~', ','));
        CatalogueYaml.Text own = new CatalogueYaml.Text("own.yaml", OWN.formatted(marks));
        return Told.by(new SdmxCsv(ShippedCatalogue.with(List.of(own))), file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.5 (b) | 12.5  | BREAK",
                "12.5(b)  | 12.5  | BREAK",
                "12.5p    | 12.5  | PROVISIONAL",
                "[12.5]   | 12.5  | ESTIMATED",
                "[12.5] p | 12.5  | ESTIMATED",
                "12.5 p(b)| 12.5  | BREAK",
                "-3e      | -3    | ESTIMATED",
                "1e3      | 1000  | NORMAL",
                "12.5     | 12.5  | NORMAL"
            })
    void aDeclaredMarkIsTakenOffAndSaysItsStatus(String cell, double value, ObservationStatus status)
            throws IOException {
        Told told = told(MARKS, ",", cell);

        assertThat(told.rejected).isEmpty();
        assertThat(told.figures)
                .extracting(StatedFigure::value, StatedFigure::status)
                .containsExactly(tuple(value, status));
    }

    @Test
    void aMarkThatSaysNoStatusIsKeptAsANote() throws IOException {
        assertThat(told(MARKS, ",", "12.5*").figures)
                .extracting(StatedFigure::value, StatedFigure::status, StatedFigure::note)
                .containsExactly(tuple(12.5, ObservationStatus.NORMAL, "mark *"));
    }

    @Test
    void decimalCommasAreSeenBehindMarks() throws IOException {
        Told told = told(MARKS, ";", "12~5 (b)", "13~25p", "[7~5]");

        assertThat(told.figures).extracting(StatedFigure::value).containsExactly(12.5, 13.25, 7.5);
        assertThat(told.remarks).contains("decimal comma read: 3 of 3 numbers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"12.5 (c) | (c)", "12.5q | q", "(12.5) | ()", "12.5 \u00b2 | \u00b2"})
    void anotherMarkIsRefusedAndTheRemedyNamesIt(String cell, String mark) throws IOException {
        assertThat(told(MARKS, ",", cell).rejected).singleElement().satisfies(no -> {
            assertThat(no.reason()).isEqualTo(RejectReason.BAD_NUMBER);
            assertThat(no.detail())
                    .endsWith("; or declare '%s' under 'marks' of OECD.T:DSD_T@DF_T in a catalogue of your own"
                            .formatted(mark));
        });
    }

    @Test
    void withoutADeclarationNoMarkIsGuessed() throws IOException {
        assertThat(told("", ",", "12.5 (b)", "[12.5]", "12.5p", "12.5").figures)
                .extracting(StatedFigure::value)
                .containsExactly(12.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1': B", "'.': B", "'-': B", "'p q': B", "p: X", "p: M"})
    void whatCouldBePartOfANumberIsNoMarkAndAStatusIsOneOfFour(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> told("marks: {%s}".formatted(entry), ",", "1"))
                .withMessageContaining("sdmx OECD.T:DSD_T@DF_T: marks: '");
    }
}
