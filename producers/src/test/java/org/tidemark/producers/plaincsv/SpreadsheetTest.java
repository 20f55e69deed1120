package org.tidemark.producers.plaincsv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.Told;
import org.tidemark.series.ObservationStatus;
import org.tidemark.validate.RejectReason;

/** What spreadsheets make of plain CSV. */
class SpreadsheetTest {
    private static final String HEADER = "indicator,economy,sector,period,value,unit,published,source\n";
    private static final String ROW = "adoption.firms.any_use,AT,TOTAL,2025,%s,percent,2026-01-15,TESTA\n";
    private static final String PLAIN = HEADER + ROW.formatted("23.5");

    private static final Pattern BLANK = Pattern.compile(" +");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "A01-semicolons-tabs-case: {0}")
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    @DisplayName("A01-semicolons-tabs-case: a file is read in the character set that a spreadsheet saves")
    void everyCharacterSetOfASpreadsheetIsRead(String charset) throws IOException {
        String text =
                HEADER.replace("source", "source,note") + ROW.formatted("23.5").strip() + ",Österreich\n";
        byte[] bytes = text.getBytes(Charset.forName(charset));
        byte[] marked = ("\uFEFF" + text).getBytes(Charset.forName(charset.equals("windows-1252") ? "UTF-8" : charset));

        assertThat(told(bytes).figures)
                .extracting(f -> f.value(), f -> f.note())
                .containsExactly(tuple(23.5, "Österreich"));
        assertThat(told(marked).figures)
                .extracting(f -> f.value(), f -> f.note())
                .containsExactly(tuple(23.5, "Österreich"));
        assertThat(told(bytes).remarks).isEqualTo(charset.equals("UTF-8") ? List.of() : List.of("read as " + charset));
    }

    @ParameterizedTest(name = "A01-semicolons-tabs-case: separated by {0}")
    @ValueSource(strings = {";", "\t", "|"})
    void everySeparatorOfASpreadsheetIsRead(String separator) throws IOException {
        assertThat(told(PLAIN.replace(",", separator)).figures)
                .extracting(f -> f.value())
                .containsExactly(23.5);
    }

    @Test
    void theNamesOfTheColumnsMayStandBelowTooWhereFilesAreJoined() throws IOException {
        Told told = told(PLAIN + HEADER + ROW.formatted("24") + HEADER);

        assertThat(told.figures).extracting(f -> f.value()).containsExactly(23.5, 24.0);
        assertThat(told.rejected).isEmpty();
        assertThat(told.remarks)
                .containsExactly(
                        "the names of the columns stand below too, as where files are joined, and are passed over there: 2 times, first in line 3");
    }

    @Test
    void marksThatTheCatalogueDeclaresOfASourceQualifyItsFigures() throws IOException {
        String source = ROW.strip().substring(ROW.strip().lastIndexOf(',') + 1);
        String own = "sources: { %s: { marks: { '(p)': P, '*': A } } }".formatted(source);
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", own)));
        String text = HEADER + ROW.formatted("23.5 (p)") + ROW.formatted("24*") + ROW.formatted("25 (q)");
        Told told = Told.by(new PlainCsv(catalogue), Files.writeString(folder.resolve("marks.csv"), text));

        assertThat(told.figures)
                .extracting(f -> f.value(), f -> f.status(), f -> f.note())
                .containsExactly(
                        tuple(23.5, ObservationStatus.PROVISIONAL, null),
                        tuple(24.0, ObservationStatus.NORMAL, "mark *"));
        assertThat(told.rejected).singleElement().satisfies(no -> assertThat(no.detail())
                .endsWith("; or declare '(q)' under 'marks' of source '%s' in a catalogue of your own"
                        .formatted(source)));
    }

    @Test
    @DisplayName("A01-semicolons-tabs-case: names of columns are read in any case and with blanks around them")
    void namesOfColumnsAreReadInAnyCase() throws IOException {
        String header = "Indicator, ECONOMY,sector\u00a0,Period,Value,Unit,Published,Source,Standard_Error\n";
        assertThat(told(header + ROW.formatted("23.5").strip() + ",0.4\n").figures)
                .extracting(f -> f.value(), f -> f.standardError())
                .containsExactly(tuple(23.5, 0.4));
    }

    @Test
    void aColumnThatDiffersFromAnotherOnlyByCaseIsAnother() throws IOException {
        assertThat(told(HEADER.replace("source", "source,Value")
                                + ROW.formatted("23.5").strip() + ",99\n")
                        .figures)
                .extracting(f -> f.value())
                .containsExactly(23.5);
        assertThatThrownBy(() -> told(HEADER.replace("value", "Value").replace("source", "source,VALUE")
                        + ROW.formatted("23.5").strip()
                        + ",99\n"))
                .hasMessageContaining("more than one column 'value'");
    }

    @ParameterizedTest(name = "A01-semicolons-tabs-case: a first line {0}")
    @ValueSource(strings = {"sep=,", "\"sep=,\"", "SEP=,"})
    void theMarkOfASpreadsheetIsNoHeader(String mark) throws IOException {
        Told told = told(mark + "\n" + PLAIN);

        assertThat(told.figures).hasSize(1);
        assertThat(told.figures.get(0).where()).isEqualTo("line 3");
        assertThat(told.remarks).isEmpty();
    }

    @Test
    @DisplayName("A01-semicolons-tabs-case: lines above the header are passed over and said")
    void linesAboveTheHeaderArePassedOverAndSaid() throws IOException {
        Told told = told("Title: AI adoption, \"all\nfirms\n\n# note\n" + PLAIN);

        assertThat(told.figures).hasSize(1);
        assertThat(told.figures.get(0).where()).isEqualTo("line 6");
        assertThat(told.remarks)
                .containsExactly("2 lines above the header passed over, beginning 'Title: AI adoption, \"all'");
        assertThat(new PlainCsv(ShippedCatalogue.with(List.of()))
                        .recognises(file(("x\n".repeat(33) + PLAIN).getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Of the whole file, what settles the one number that could be two.
                "1,234 23,5     | 1.234 23.5       | decimal comma read: 2 of 2 numbers",
                "1.234,5 2.345  | 1234.5 2345      | decimal comma read: 1 of 2 numbers, digits in groups read: 2 of 2 numbers",
                "1.234 23.5     | 1.234 23.5       | ''",
                "1,234,567 1,234| 1234567 1234     | digits in groups read: 2 of 2 numbers",
                "0,123 -0,5     | 0.123 -0.5       | decimal comma read: 2 of 2 numbers",
                "1 234,5 7      | 1234.5 7         | decimal comma read: 1 of 2 numbers, digits in groups read: 1 of 2 numbers",
                "1'234.5 7      | 1234.5 7         | digits in groups read: 1 of 2 numbers",
                "1,5e3 7        | 1500 7           | decimal comma read: 1 of 2 numbers",
                "\u22123,5 7    | -3.5 7           | decimal comma read: 1 of 2 numbers",
                "12,5% 7        | 12.5 7           | decimal comma read: 1 of 2 numbers",
                "1.234 5.678    | 1.234 5.678      | ''",
            })
    @DisplayName("A01-semicolons-tabs-case: a decimal comma is read where the file as a whole settles it, and said")
    void aDecimalCommaIsReadWhereTheFileSettlesIt(String written, String meant, String said) throws IOException {
        List<String> numbers = words(written.replace("1 234", "1_234"));
        StringBuilder text = new StringBuilder(HEADER.replace(',', ';'));
        for (int i = 0; i < numbers.size(); i++) {
            text.append("adoption.firms.any_use;AT;TOTAL;202%d;%s;percent;2026-01-15;TESTA\n"
                    .formatted(i, numbers.get(i).replace('_', ' ')));
        }

        Told told = told(text.toString());

        assertThat(told.rejected).isEmpty();
        assertThat(told.figures).extracting(f -> f.value()).containsExactly(numbers(meant));
        assertThat(String.join("; ", told.remarks)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1,234 5,678", "7 1,234", "12,345 23,5 23.5 24.5"})
    @DisplayName("A01-semicolons-tabs-case: a number that could be two is never taken for either in silence")
    void aNumberThatCouldBeTwoIsNeverTakenForEither(String written) {
        StringBuilder text = new StringBuilder(HEADER.replace(',', ';'));
        for (String number : words(written)) {
            text.append("adoption.firms.any_use;AT;TOTAL;2025;" + number + ";percent;2026-01-15;TESTA\n");
        }

        assertThatThrownBy(() -> told(text.toString()))
                .hasStackTraceContaining("write all of them with a decimal point and without groups");
    }

    @Test
    void aCommaBetweenPointsCostsItsRowAndIsNotRead() throws IOException {
        String text = HEADER + ROW.formatted("23.5") + ROW.formatted("\"24,5\"");

        Told told = told(text);

        assertThat(told.figures).extracting(f -> f.value()).containsExactly(23.5);
        assertThat(told.rejectedByReason()).containsOnlyKeys(RejectReason.BAD_NUMBER);
        assertThat(told.rejected.get(0).detail())
                .contains("has a decimal comma")
                .contains("; write it with a decimal point");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(3.2)   | stands in brackets",
                "12.3p   | has a mark behind it",
                "5.0*    | has a mark behind it",
                "12.3 b  | has a mark behind it",
                "5 [1]   | has a mark behind it",
                "$5.0    | has a currency sign",
                "5.0 €   | has a currency sign",
                "n/a     | is no finite number",
                "1e400   | is no finite number",
            })
    @DisplayName("A23-bls-thousands: what stands around a number is named and not guessed")
    void whatStandsAroundANumberIsNamed(String written, String said) throws IOException {
        Told told = told(HEADER + ROW.formatted(written));

        assertThat(told.figures).isEmpty();
        assertThat(told.rejected).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo(RejectReason.BAD_NUMBER);
            assertThat(r.detail()).contains(said).contains("; ");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234,567 950 | 1234567 950",
                "1\u00a0234\u00a0567 950 | 1234567 950",
                "1\u202f234 950 | 1234 950",
                "12'345 950 | 12345 950"
            })
    @DisplayName("A23-bls-thousands: groups of digits that can be nothing else are read")
    void groupsThatCanBeNothingElseAreRead(String written, String meant) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (String number : words(written)) {
            text.append(ROW.formatted('"' + number + '"'));
        }

        assertThat(told(text.toString()).figures).extracting(f -> f.value()).containsExactly(numbers(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,600 950", "1,600 950.5", "23,456 1,234 7", "12,34,567 950", "1,23 4,56,789 7"})
    @DisplayName("A23-bls-thousands: a file of which only the small numbers are plain is refused as a whole")
    void aFileOfWhichOnlySmallNumbersArePlainIsRefusedAsAWhole(String written) {
        StringBuilder text = new StringBuilder(HEADER);
        for (String number : words(written)) {
            text.append(ROW.formatted('"' + number + '"'));
        }

        assertThatThrownBy(() -> told(text.toString())).hasStackTraceContaining("could be thousands in groups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit_mult", "Scale", "MULTIPLIER"})
    @DisplayName("A16-sdmx-unit-mult: a multiplier in plain CSV refuses the file and is not ignored")
    void aMultiplierInPlainCsvRefusesTheFile(String column) {
        String text = HEADER.replace("source", "source," + column)
                + ROW.formatted("23.5").strip() + ",3\n";

        assertThatThrownBy(() -> told(text))
                .hasMessageContaining("which plain CSV does not apply; write the values out");
    }

    private static List<String> words(String text) {
        return BLANK.splitAsStream(text.strip()).toList();
    }

    private static Double[] numbers(String text) {
        return BLANK.splitAsStream(text.strip()).map(Double::valueOf).toArray(Double[]::new);
    }

    private Told told(String text) throws IOException {
        return told(text.getBytes(StandardCharsets.UTF_8));
    }

    private Told told(byte[] bytes) throws IOException {
        SourceFile file = file(bytes);
        assertThat(new PlainCsv(ShippedCatalogue.with(List.of())).recognises(file))
                .isTrue();
        return Told.by(new PlainCsv(ShippedCatalogue.with(List.of())), file.path());
    }

    private SourceFile file(byte[] bytes) throws IOException {
        return new SourceFile(Files.write(folder.resolve("f.csv"), bytes));
    }
}
