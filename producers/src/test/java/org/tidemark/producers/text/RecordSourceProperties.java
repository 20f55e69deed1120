package org.tidemark.producers.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordSourceProperties {
    /** Every line that is read, by number, from the records and from the rejections. */
    private final Map<Long, List<String>> told = new TreeMap<>();

    @Property
    void everyLineIsToldOnceWhateverTheBytes(@ForAll("hostile") String bytes) throws IOException {
        tell(bytes);

        List<String> lines = Arrays.asList(bytes.split("\r\n|\r|\n", -1));
        boolean[] seen = new boolean[lines.size()];
        told.forEach((first, originals) -> {
            for (int i = 0; i < originals.size(); i++) {
                int line = (int) (first - 1) + i;
                assertThat(seen[line]).as("line %d told before", line + 1).isFalse();
                seen[line] = true;
                assertThat(originals.get(i)).isEqualTo(lines.get(line));
            }
        });
        for (int i = 0; i < seen.length; i++) {
            assertThat(seen[i] || lines.get(i).isEmpty())
                    .as("line %d told", i + 1)
                    .isTrue();
        }
    }

    @Property
    void textThatWasWrittenByTheRulesIsReadAsItWasMeant(@ForAll("tables") List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        rows.forEach(r -> text.append(String.join(
                        ",", r.stream().map(RecordSourceProperties::quoted).toList()))
                .append("\r\n"));
        List<List<String>> read = new ArrayList<>();
        Cells cells = new Cells("table", ',', Numbers.NONE);

        try (RecordSource source = source(text.toString().getBytes(UTF_8))) {
            RowErrors none = (reason, where, detail, original) -> {
                throw new AssertionError(where + ": " + detail);
            };
            for (RecordText r = source.next(none); r != null; r = source.next(none)) {
                read.add(cells.header(r).names());
            }
        }

        assertThat(read).isEqualTo(rows);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "\"",
                        "\"",
                        "\"\"",
                        ",",
                        ",",
                        "\n",
                        "\n",
                        "\r\n",
                        "\r",
                        "a",
                        "1.5",
                        "\u00ff",
                        "\u00c3\u00a9",
                        "#",
                        " ")
                .list()
                .ofMaxSize(400)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars("abc,\"\n#=")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(s -> s.equals(s.strip()));
        return cell.list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(30);
    }

    private void tell(String bytes) throws IOException {
        told.clear();
        try (RecordSource source = source(bytes.getBytes(ISO_8859_1))) {
            RowErrors trouble = (reason, where, detail, original) -> {
                assertThat(detail).contains("; ").doesNotContain("\n", "\r");
                add(Long.parseLong(where.substring("line ".length())), original);
            };
            for (RecordText r = source.next(trouble); r != null; r = source.next(trouble)) {
                add(r.first(), r.original());
            }
        }
    }

    private void add(long first, byte[] original) {
        List<String> lines = List.of(new String(original, ISO_8859_1).split("\n", -1));
        assertThat(told.put(first, lines)).as("line %d", first).isNull();
    }

    private static RecordSource source(byte[] bytes) {
        LineSource lines = new LineSource(new ByteArrayInputStream(bytes));
        return new RecordSource(lines, new StrictDecoder(UTF_8), new QuoteScan(','), false);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
