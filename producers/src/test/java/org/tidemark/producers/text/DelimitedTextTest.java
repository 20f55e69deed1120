package org.tidemark.producers.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;

class DelimitedTextTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path folder = Path.of("");

    private final Told told = new Told();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n3,4\n",
                "a,b\n1,2\n3,4",
                "a,b\r\n1,2\r\n3,4\r\n",
                "a,b\r1,2\r3,4",
                "\na,b\n\n1,2\n\n3,4\n\n"
            })
    void everyKindOfLineEndIsRead(String text) throws IOException {
        assertThat(rows(DelimitedText.CSV, text)).containsExactly("1|2", "3|4");
        assertThat(told.rejected).isEmpty();
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstColumnsName() throws IOException {
        assertThat(rows(DelimitedText.CSV, "\uFEFFa,b\n1,2\n")).containsExactly("1|2");
    }

    @Test
    void columnsAreFoundInAnyOrderAndBlanksAroundCellsAreDropped() throws IOException {
        assertThat(rows(DelimitedText.CSV, "b, a ,c\n 2 ,1 ,3\n")).containsExactly("1|2");
    }

    @Test
    void quotedFieldMayHoldSeparatorsQuotesAndLines() throws IOException {
        String text = "a,b\n\"x, \"\"y\"\"\nz\",2\n3,4\n";
        assertThat(rows(DelimitedText.CSV, text)).containsExactly("x, \"y\"\nz|2", "3|4");
    }

    @Test
    void rowKnowsItsFirstLineAndItsBytes() throws IOException {
        List<String> places = new ArrayList<>();
        DelimitedText.CSV.read(
                file("a,b\n\n\"x\ny\",2\n3,4\n".getBytes(UTF_8)),
                told,
                header -> row -> places.add(row.where() + "=" + new String(row.original(), UTF_8)));
        assertThat(places).containsExactly("line 3=\"x\ny\",2", "line 5=3,4");
    }

    @Test
    void commentIsAWholeLineOnlyAndOnlyWhereTheFormatHasThem() throws IOException {
        String text = "# \"first\na,b\n1,#2\n#3,4\n";
        assertThat(rows(DelimitedText.CSV.withComments(), text)).containsExactly("1|#2");
        assertThat(rows(DelimitedText.CSV, "a,b\n#3,4\n")).containsExactly("#3|4");
    }

    @Test
    void otherCharactersAndSeparatorsBelongToTheFormat() throws IOException {
        Charset macRoman = Charset.forName("x-MacRoman");
        List<String> rows =
                rows(DelimitedText.CSV.in(macRoman).separatedBy(';'), "a;b\nT\u009frkiye;1,5\n".getBytes(ISO_8859_1));
        assertThat(rows).containsExactly("T\u00fcrkiye|1,5");
    }

    @Test
    void lineThatIsNoTextOfTheCharsetIsRejectedWithItsBytes() throws IOException {
        byte[] text = "a,b\n1,2\n\u00ff\u00fe,2\n3,4\n".getBytes(ISO_8859_1);

        List<String> rows = rows(DelimitedText.CSV, text);

        assertThat(rows).containsExactly("1|2", "3|4");
        assertThat(told.rejected)
                .containsExactly(new Told.Rejection(
                        RejectReason.BAD_ENCODING,
                        "line 3",
                        "bytes that are no UTF-8; save the file in that character set",
                        "\u00ff\u00fe,2"));
    }

    @Test
    void lineOverTheBoundIsRejectedCutAndTheRowsAroundItArrive() throws IOException {
        String text = "a,b\n1,2\n" + "x".repeat(3 * MIB) + "\n3,4\n";

        assertThat(rows(DelimitedText.CSV, text)).containsExactly("1|2", "3|4");

        assertThat(told.rejected).hasSize(1);
        Told.Rejection only = told.rejected.get(0);
        assertThat(only.reason()).isEqualTo(RejectReason.TOO_LONG);
        assertThat(only.detail()).isEqualTo("line of 3145728 bytes, at most 1048576 are read; break it into rows");
        assertThat(only.original()).hasSize(64 * 1024);
    }

    @Test
    void lineOfExactlyTheBoundIsRead() throws IOException {
        String widest = "x".repeat(MIB - 2);
        assertThat(rows(DelimitedText.CSV, "a,b\n" + widest + ",2\n")).containsExactly(widest + "|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"open,2", "\"x\"y,2", "x,\"open"})
    void strayQuoteCostsItsOwnLineOnly(String stray) throws IOException {
        assertThat(rows(DelimitedText.CSV, "a,b\n1,2\n" + stray + "\n3,4\n\"5\",6\n"))
                .containsExactly("1|2", "3|4", "5|6");
        assertThat(told.rejected).extracting(Told.Rejection::where).containsExactly("line 3");
    }

    @Test
    void quoteThatClosesTooManyLinesLaterCostsBothItsLinesOnly() throws IOException {
        String text = "a,b\n\"open,2\n" + "1,2\n".repeat(100) + "x\",\"y\n3,4\n";
        assertThat(rows(DelimitedText.CSV, text)).hasSize(101);
        assertThat(told.rejected).extracting(Told.Rejection::where).containsExactly("line 2", "line 103");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,2,3", "garbage"})
    void rowOfAnotherWidthThanTheHeaderIsRejected(String row) throws IOException {
        assertThat(rows(DelimitedText.CSV, "a,b\n" + row + "\n3,4\n")).containsExactly("3|4");
        assertThat(told.rejectedByReason()).containsOnlyKeys(RejectReason.MALFORMED);
    }

    @Test
    void rowOfMoreCellsThanAnyTableHasIsRejected() throws IOException {
        assertThat(rows(DelimitedText.CSV, "a,b\n" + ",".repeat(100_000) + "\n3,4\n"))
                .containsExactly("3|4");
        assertThat(told.rejectedByReason()).containsOnlyKeys(RejectReason.MALFORMED);
        assertThat(told.rejected.get(0).detail()).contains("; ").hasSizeLessThan(500);
    }

    @Test
    void headerAloneIsAFileWithoutRows() throws IOException {
        assertThat(rows(DelimitedText.CSV, "a,b\n")).isEmpty();
        assertThat(told.cells()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "# nothing but comments\n"})
    void fileWithoutAHeaderIsEmpty(String text) {
        assertThatThrownBy(() -> rows(DelimitedText.CSV.withComments(), text))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("table.csv is empty; it should begin with a line that names its columns");
    }

    @Test
    void columnThatIsMissingIsNamed() {
        assertThatThrownBy(() -> rows(DelimitedText.CSV, "a,c\n1,2\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("table.csv has no column 'b', only 'a,c'; add it");
    }

    @Test
    void columnThatIsAskedForAndDoubledIsNamed() throws IOException {
        assertThat(rows(DelimitedText.CSV, "a,b,x,x\n1,2,3,4\n")).containsExactly("1|2");
        assertThatThrownBy(() -> rows(DelimitedText.CSV, "a,b,b\n1,2,3\n"))
                .hasMessage("table.csv has more than one column 'b'; keep the one that is meant");
    }

    @Test
    void headerThatIsNoTextEndsTheFile() {
        assertThatThrownBy(() -> rows(DelimitedText.CSV, "\u00ff,b\n1,2\n".getBytes(ISO_8859_1)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(
                        "table.csv, line 1, where its columns should be named: bytes that are no UTF-8; ");
    }

    @Test
    void headIsEnoughToTellTheHeaderButNotAPartOfIt() throws IOException {
        String long_ = "a,b\n" + "1,2\n".repeat(10_000);
        String cut = "a,b," + "c".repeat(10_000) + "\n";
        assertThat(DelimitedText.CSV.header(file(long_.getBytes(UTF_8))))
                .hasValueSatisfying(h -> assertThat(h.names()).containsExactly("a", "b"));
        assertThat(DelimitedText.CSV.header(file(cut.getBytes(UTF_8)))).isEmpty();
        assertThat(DelimitedText.CSV.header(file("a,b".getBytes(UTF_8)))).isPresent();
    }

    private List<String> rows(DelimitedText format, String text) throws IOException {
        return rows(format, text.getBytes(UTF_8));
    }

    private List<String> rows(DelimitedText format, byte[] text) throws IOException {
        List<String> rows = new ArrayList<>();
        format.read(file(text), told, header -> {
            int a = header.require("a");
            int b = header.require("b");
            return row -> rows.add(row.text(a) + "|" + row.text(b));
        });
        return rows;
    }

    private SourceFile file(byte[] text) throws IOException {
        return new SourceFile(Files.write(folder.resolve("table.csv"), text));
    }
}
