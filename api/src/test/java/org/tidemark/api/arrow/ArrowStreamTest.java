package org.tidemark.api.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tidemark.api.arrow.ArrowStream.Column;

class ArrowStreamTest {
    private static final List<Column> ALL = List.of(
            new Column("text", ColumnType.TEXT),
            new Column("number", ColumnType.NUMBER),
            new Column("count", ColumnType.COUNT),
            new Column("flag", ColumnType.FLAG),
            new Column("day", ColumnType.DAY),
            new Column("instant", ColumnType.INSTANT));

    private static ReadArrow read(List<Column> columns, List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArrowStream stream = ArrowStream.begin(out, columns);
        for (List<String> row : rows) {
            stream.row(row);
        }
        stream.end();
        return new ReadArrow(out.toByteArray());
    }

    @Test
    void aTableIsReadBackAsItWasWritten() throws IOException {
        ReadArrow table = read(
                ALL,
                List.of(
                        List.of("größer", "-0.1", "-3", "true", "1969-12-31", "1969-12-31T23:59:59.999Z"),
                        List.of("", "", "", "", "", ""),
                        List.of("2", "1e-300", "9007199254740993", "false", "2025-03-31", "2025-05-31T23:59:59.999Z")));

        assertThat(table.columns.keySet()).containsExactly("text", "number", "count", "flag", "day", "instant");
        assertThat(table.columns.get("text")).containsExactly("größer", null, "2");
        assertThat(table.columns.get("number")).containsExactly(-0.1, null, 1e-300);
        assertThat(table.columns.get("count")).containsExactly(-3L, null, 9_007_199_254_740_993L);
        assertThat(table.columns.get("flag")).containsExactly(true, null, false);
        assertThat(table.columns.get("day"))
                .containsExactly(LocalDate.parse("1969-12-31"), null, LocalDate.parse("2025-03-31"));
        assertThat(table.columns.get("instant"))
                .containsExactly(
                        Instant.parse("1969-12-31T23:59:59.999Z"), null, Instant.parse("2025-05-31T23:59:59.999Z"));
    }

    @Test
    void aTableWithoutRowsHasItsColumns() throws IOException {
        ReadArrow table = read(ALL, List.of());

        assertThat(table.columns).hasSize(6);
        assertThat(table.batches).isEmpty();
    }

    @Test
    void manyRowsComeInBatchesAndNoneIsLost() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add(List.of(i % 3 == 0 ? "" : "row " + i, Integer.toString(i)));
        }

        ReadArrow table =
                read(List.of(new Column("text", ColumnType.TEXT), new Column("count", ColumnType.COUNT)), rows);

        assertThat(table.batches).containsExactly(4_096L, 4_096L, 1_808L);
        assertThat(table.columns.get("count"))
                .hasSize(10_000)
                .startsWith(0L, 1L)
                .endsWith(9_999L);
        assertThat(table.columns.get("text")).hasSize(10_000).startsWith(null, "row 1", "row 2", null, "row 4");
    }

    @Test
    void longTextsEndABatchEarlier() throws IOException {
        List<List<String>> rows = Collections.nCopies(40, List.of("x".repeat(64 * 1024)));

        assertThat(read(List.of(new Column("text", ColumnType.TEXT)), rows).batches)
                .containsExactly(16L, 16L, 8L);
    }

    @Test
    void aRowHasACellForEachColumn() throws IOException {
        ArrowStream stream = ArrowStream.begin(new ByteArrayOutputStream(), ALL);

        assertThatThrownBy(() -> stream.row(List.of("a", "1")))
                .hasMessage("a row of 2 cells in a table of 6 columns; write one for each");
    }

    @Property(tries = 200)
    void anyTextsAndNumbersAreReadBack(@ForAll List<String> texts, @ForAll List<Double> numbers) throws IOException {
        int rows = Math.min(texts.size(), numbers.size());
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            cells.add(List.of(texts.get(i), numbers.get(i).toString()));
        }

        ReadArrow table =
                read(List.of(new Column("text", ColumnType.TEXT), new Column("number", ColumnType.NUMBER)), cells);

        // A surrogate alone is no character; UTF-8 has a question mark for it.
        assertThat(table.columns.get("text"))
                .isEqualTo(texts.subList(0, rows).stream()
                        .map(text -> text.isEmpty() ? null : new String(utf8(text), StandardCharsets.UTF_8))
                        .toList());
        assertThat(table.columns.get("number")).isEqualTo(numbers.subList(0, rows));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
