package org.tidemark.standalone.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.producers.UnreadableFileException;

/** A valid file passes; each way to spoil it is told with its line. */
class HistoryCheckTest {
    private static final String VALID =
            """
            # TYPE a_ratio gauge
            # UNIT a_ratio ratio
            # HELP a_ratio one
            a_ratio{economy="DE",sector="TOTAL"} 0.2 86400
            a_ratio{economy="DE",sector="TOTAL"} 0.2 172800
            a_ratio{economy="US",sector="a \\"b\\" \\\\"} -0.1 86400
            # TYPE b gauge
            # HELP b two
            b{economy="DE",sector="TOTAL"} 3 86400
            # EOF
            """;

    @TempDir
    private Path dir = Path.of("");

    @Test
    void aValidFileIsCounted() throws IOException {
        assertThat(check(VALID)).isEqualTo(new HistoryCheck.Content(3, 4));
    }

    @Test
    void aFileWithoutSamplesIsValid() throws IOException {
        assertThat(check("# EOF\n")).isEqualTo(new HistoryCheck.Content(0, 0));
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                Arguments.of("# EOF\n", "", "line 9: the file does not end with # EOF"),
                Arguments.of("# EOF\n", "# EOF\n# EOF\n", "line 11: something follows the # EOF"),
                Arguments.of(
                        "0.2 86400", "0.2 1463443200000", "line 4: timestamp 1463443200000 is after the year 2199"),
                Arguments.of("0.2 86400", "0.2 86400.5", "line 4: timestamp '86400.5' is not in whole seconds"),
                Arguments.of("0.2 86400", "0.2 -86400", "line 4: timestamp '-86400' is not in whole seconds"),
                Arguments.of("0.2 172800", "0.3 86400", "line 5: a second sample of"),
                Arguments.of("0.2 172800", "0.2 3600", "line 5: time of a_ratio"),
                Arguments.of("0.2 172800", "NaN 172800", "line 5: 'NaN' is no finite decimal number"),
                Arguments.of("0.2 172800", "+Inf 172800", "line 5: '+Inf' is no finite decimal number"),
                Arguments.of("0.2 172800", "172800", "line 5: "),
                Arguments.of("a_ratio{economy=\"US\"", "b{economy=\"US\"", "line 6: b has no # TYPE before it"),
                Arguments.of("b{economy=\"DE\"", "a_ratio{economy=\"FR\"", "line 9: a_ratio is not in one piece"),
                Arguments.of("# EOF", "a_ratio{economy=\"DE\"} 1 1\n# EOF", "line 10: a_ratio is not in one piece"),
                Arguments.of("# TYPE b gauge", "# TYPE a_ratio gauge", "line 7: metadata of a_ratio after its samples"),
                Arguments.of("# EOF", "# HELP a_ratio x\n# EOF", "line 10: a_ratio is not in one piece"),
                Arguments.of("# HELP b two", "# TYPE b gauge", "line 8: a second TYPE of b"),
                Arguments.of("# HELP b two", "# NOTE b two", "line 8: '# NOTE' is no metadata"),
                Arguments.of("# TYPE b gauge", "# TYPE b counter", "line 7: type of b is 'counter', not gauge"),
                Arguments.of("# UNIT a_ratio ratio", "# UNIT a_ratio percent", "line 2: the name a_ratio does not end"),
                Arguments.of(
                        "a_ratio{economy=\"US\",sector=\"a \\\"b\\\" \\\\\"} -0.1 86400",
                        "a_ratio{economy=\"US\"} 1 86400\na_ratio{economy=\"DE\",sector=\"TOTAL\"} 1 259200",
                        "line 7: series a_ratio{economy=\"DE\",sector=\"TOTAL\"} is not in one piece"),
                Arguments.of("\"US\",sector", "\"US\",economy", "has the label 'economy' twice"),
                Arguments.of("\"US\",sector=\"a \\\"b", "\"US\",sector=\"a \"b", "are not well formed"),
                Arguments.of(
                        "b{economy=\"DE\",sector=\"TOTAL\"} 3", "b 3", "line 9: series 'b' is no name with labels"));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void whatIsSpoiltIsToldWithItsLine(String valid, String spoilt, String told) {
        assertThat(VALID).contains(valid);

        assertThatThrownBy(() -> check(VALID.replaceFirst(quote(valid), replacement(spoilt))))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(told)
                .hasMessageContaining("write it again");
    }

    private static String quote(String text) {
        return Pattern.quote(text);
    }

    private static String replacement(String text) {
        return Matcher.quoteReplacement(text);
    }

    @Test
    void bytesThatAreNoTextAreTold() throws IOException {
        Path file = Files.write(dir.resolve("bytes.om"), new byte[] {'#', ' ', (byte) 0xFF, '\n'});

        assertThatThrownBy(() -> HistoryCheck.of(file)).hasMessageContaining("is not UTF-8");
    }

    private HistoryCheck.Content check(String text) throws IOException {
        return HistoryCheck.of(Files.writeString(dir.resolve("history.om"), text, StandardCharsets.UTF_8));
    }
}
