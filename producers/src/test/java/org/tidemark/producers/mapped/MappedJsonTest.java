package org.tidemark.producers.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.SourceFormat;
import org.tidemark.producers.Told;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;

/** JSON documents whose rows the catalogue describes. */
class MappedJsonTest {
    @TempDir
    private Path dir = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private static SourceFormat format(Path file) throws IOException {
        for (SourceFormat format : MappedCsv.all(ShippedCatalogue.with(List.of()))) {
            if (format.recognises(new SourceFile(file))) {
                return format;
            }
        }
        throw new AssertionError("no format recognises " + file);
    }

    @Test
    @DisplayName("prices of tokens are of the day of their file; a router's and a gift's are none")
    void pricesOfTokens() throws Exception {
        Path prices = file(
                "models.2026-11-30.json",
                """
                {"data": [
                  {"id": "openai/made-4", "created": 1692901234, "name": "Made 4", "top": {"a": [1, {"b": null}]},
                   "pricing": {"prompt": "0.00003", "completion": "0.00006", "request": "0"}},
                  {"id": "made/small:free", "pricing": {"prompt": "0", "completion": "0"}},
                  {"id": "openrouter/auto", "pricing": {"prompt": "-1", "completion": "-1"}},
                  {"id": "made/number", "pricing": {"prompt": 1e-6, "completion": null}},
                  {"id": "made/none"},
                  {"id": "made/word", "pricing": {"prompt": "much", "completion": [2]}}
                ], "links": {"next": null}}
                """);
        SourceFormat format = format(prices);

        Told told = Told.by(format, prices);

        assertThat(format.name()).isEqualTo("openrouter-prices");
        assertThat(told.figures)
                .extracting(f -> f.figure().toString(), f -> f.value(), f -> f.unit())
                .containsExactly(
                        tuple(
                                "cost.tokens.prompt|WORLD|MODEL:openai.made-4|OPENROUTER|2026-11-30",
                                30.0,
                                "usd_per_million_tokens"),
                        tuple(
                                "cost.tokens.completion|WORLD|MODEL:openai.made-4|OPENROUTER|2026-11-30",
                                60.0,
                                "usd_per_million_tokens"),
                        tuple(
                                "cost.tokens.prompt|WORLD|MODEL:made.number|OPENROUTER|2026-11-30",
                                1.0,
                                "usd_per_million_tokens"));
        assertThat(told.skipped).isEqualTo(Map.of(SkipReason.NOT_COVERED, 4, SkipReason.EMPTY, 4));
        assertThat(told.rejectedByReason()).isEqualTo(Map.of(RejectReason.BAD_NUMBER, 1));
        assertThat(told.rejected).singleElement().satisfies(r -> assertThat(r.where() + " " + r.detail())
                .contains("row 6")
                .contains("prompt 'much' is no finite number"));
    }

    @Test
    @DisplayName("without a day in its name or its folder's, a file of today's prices is refused")
    void withoutADay() throws Exception {
        Path prices =
                file("models.json", "{\"data\": [{\"id\": \"a\", \"pricing\": {\"prompt\": 1, \"completion\": 1}}]}");

        assertThatThrownBy(() -> Told.by(format(prices), prices))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("are of the day of their file, which has none");
    }

    @Test
    @DisplayName("ratings are of the day that each row says, and of the overall list")
    void ratings() throws Exception {
        Path rows = file(
                "arena.json",
                """
                {"features": [{"feature_idx": 0, "name": "model_name", "type": {"dtype": "string"}}],
                 "rows": [
                  {"row_idx": 7, "row": {"model_name": "made-large", "organization": "Made", "rating": 1498.47,
                   "rank": 1, "category": "overall", "leaderboard_publish_date": "2026-09-13"}, "truncated_cells": []},
                  {"row_idx": 8, "row": {"model_name": "made-large", "rating": 1500.0, "category": "coding",
                   "leaderboard_publish_date": "2026-09-13"}, "truncated_cells": []}
                 ], "num_rows_total": 2, "partial": false}
                """);

        assertThat(Told.by(format(rows), rows).figures)
                .extracting(f -> f.figure().toString(), f -> f.value())
                .containsExactly(tuple("capability.arena|WORLD|MODEL:made-large|LMARENA|2026-09-13", 1498.47));
    }

    @ParameterizedTest
    @DisplayName("what is no such document is not taken for one")
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"data\": 1}",
                "{\"data\": {}}",
                "{\"data\": []}",
                "{\"data\": [1, 2]}",
                "{\"data\": [{\"id\": 1}]}",
                "{\"rows\": [{\"model_name\": 1}]}",
                "date,value\n2024,1\n"
            })
    void whatIsNone(String text) throws Exception {
        Path file = file("a.2026-11-30.json", text);

        assertThat(MappedCsv.all(ShippedCatalogue.with(List.of())))
                .noneSatisfy(format ->
                        assertThat(format.recognises(new SourceFile(file))).isTrue());
    }

    @Test
    @DisplayName("a document that is cut, nests without end, or is all braces is refused in one line")
    void documentsThatAreHostile() throws Exception {
        String begin = "{\"data\": [{\"id\": \"a\", \"pricing\": {\"prompt\": 1, \"completion\": 1}}";
        for (String end : List.of(
                "",
                ",",
                ", {\"id\": ",
                "]",
                "], \"more\": [",
                ", " + "[".repeat(5_000),
                ", {\"id\": \"" + "x".repeat(2_000_000) + "\"}]}",
                ", [" + "{},".repeat(3_000_000) + "{}]]}",
                ", {\"id\": \"a\" \"b\"}]}")) {
            Path file = file("a.2026-11-30.json", begin + end);

            assertThatThrownBy(() -> Told.by(format(file), file))
                    .as(end.substring(0, Math.min(20, end.length())))
                    .isInstanceOf(UnreadableFileException.class)
                    .message()
                    .hasSizeLessThan(300)
                    .doesNotContain("\n");
        }
    }

    @Test
    @DisplayName("a document in UTF-16 or with a mark at its head reads as any other")
    void encodings() throws Exception {
        String text = "{\"data\": [{\"id\": \"a\", \"pricing\": {\"prompt\": 0.000001, \"completion\": 0.000002}}]}";
        Path file = dir.resolve("a.2026-11-30.json");
        Files.write(file, ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));

        assertThat(Told.by(format(file), file).figures).hasSize(2);
    }

    @ParameterizedTest
    @DisplayName("a mapping whose pointers make no sense is refused in one line")
    @ValueSource(
            strings = {"rows: data, columns: {a: /a}", "rows: /data", "columns: {a: /a}", "rows: /data, columns: {a: a}"
            })
    void mappingsThatMakeNoSense(String fields) {
        String yaml =
                "files: {own: {source: OWN, header: [a], economy: WORLD, period: '2024', series: {a: {indicator: cost.a, unit: usd}}, %s}}"
                        .formatted(fields);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", yaml))))
                .withMessageStartingWith("catalogue: file own: ")
                .withMessageNotContaining("\n");
    }
}
