package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tidemark.streams.state.FilledStores.estimate;
import static org.tidemark.streams.state.FilledStores.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.api.arrow.ArrowStream;
import org.tidemark.api.arrow.ColumnType;
import org.tidemark.api.arrow.ReadArrow;
import org.tidemark.text.SheetCell;

class ArrowApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "application/vnd.apache.arrow.stream";

    /** Their JSON tells texts, whatever they say. */
    private static final Set<String> TEXTS_IN_JSON = Set.of("sources", "rules");

    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        fixture.stores.put(estimate("DE", "TOTAL", "2025-05-31", 20, 5));
        fixture.stores.put(estimate("FR", "TOTAL", "2025-05-31", 13.123457, 5));
        fixture.stores.put(observation("DK", "2023", 15.25, "2024-12-31"), false);
        fixture.stores.put(observation("DK", "2023", 15.5, "2025-01-31"), false);
        fixture.stores.put(observation("FR", "2023", null, "2025-05-31"), false);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    static Stream<String> lists() {
        return Endpoints.all().stream()
                .filter(endpoint -> endpoint.answer().list() != null)
                .map(Endpoint::name);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyListSaysInArrowWhatItSaysInCsv(String list) {
        Map<String, List<@Nullable Object>> table = table("/api/v1/" + list + "?format=arrow");

        List<NamedCsvRecord> rows = rows("/api/v1/" + list + "?format=csv");
        table.forEach((column, values) -> assertThat(values.stream().map(ArrowApiTest::text))
                .as(column)
                .containsExactlyElementsOf(rows.stream()
                        .map(row -> SheetCell.read(row.getField(column)))
                        .toList()));
    }

    @Test
    void figuresAndEstimatesHaveTypes() {
        Map<String, List<@Nullable Object>> figures = table("/api/v1/observations?vintages=all&format=arrow");
        assertThat(figures.get("economy")).containsExactly("DK", "DK", "FR");
        assertThat(figures.get("value")).containsExactly(15.25, 15.5, null);
        assertThat(figures.get("period_start")).contains(LocalDate.parse("2023-01-01"));
        assertThat(figures.get("published")).contains(Instant.parse("2024-12-31T23:59:59.999Z"));

        Map<String, List<@Nullable Object>> estimates = table("/api/v1/estimates?horizon=P0D&format=arrow");
        assertThat(estimates.get("value")).containsExactly(20.0, 13.123457);
        assertThat(estimates.get("stale")).containsOnly(false);
        assertThat(estimates.get("inputs")).containsExactly(5L, 5L);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aColumnHasTheTypeThatItsFieldIsDocumentedWith(String list) {
        String header = fixture.get("/api/v1/" + list + "?format=csv").body().split("\n", 2)[0];
        Endpoint endpoint = Endpoints.list(list);
        JsonNode document = new OpenApi().document();
        JsonNode row = document.at("/components/schemas/" + endpoint.answer().schema());

        for (ArrowStream.Column column :
                ColumnTypes.of(String.valueOf(endpoint.answer().list()), header)) {
            JsonNode field = row.findValue(column.name());
            if (field != null && !TEXTS_IN_JSON.contains(list)) {
                assertThat(column.type()).as("%s of %s", column.name(), list).isEqualTo(documented(document, field));
            }
        }
    }

    private static ColumnType documented(JsonNode document, JsonNode field) {
        JsonNode meant =
                field.has("$ref") ? document.at(field.get("$ref").asText().substring(1)) : field;
        String type = meant.path("type").isArray()
                ? meant.at("/type/0").asText()
                : meant.path("type").asText();
        return switch (type) {
            case "number" -> ColumnType.NUMBER;
            case "integer" -> ColumnType.COUNT;
            case "boolean" -> ColumnType.FLAG;
            default ->
                switch (meant.path("format").asText()) {
                    case "date" -> ColumnType.DAY;
                    case "date-time" -> ColumnType.INSTANT;
                    default -> ColumnType.TEXT;
                };
        };
    }

    @Test
    void theAcceptHeaderChoosesIt() {
        HttpResponse<byte[]> answer = fixture.bytes("/api/v1/estimates", "Accept", TYPE);

        assertThat(answer.headers().firstValue("content-type")).hasValue(TYPE);
        assertThat(new ReadArrow(answer.body()).columns.get("economy")).contains("DE", "FR");
    }

    @Test
    void pagesAreFollowedByTheLinkAndHaveTags() {
        List<@Nullable Object> values = new ArrayList<>();
        String path = "/api/v1/observations?vintages=all&limit=1&format=arrow";
        while (path != null) {
            HttpResponse<byte[]> page = fixture.bytes(path);
            values.addAll(new ReadArrow(page.body()).columns.get("value"));
            String tag = page.headers().firstValue("etag").orElseThrow();
            assertThat(fixture.bytes(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
            path = page.headers()
                    .firstValue("link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
        }

        assertThat(values).containsExactly(15.25, 15.5, null);
    }

    @Test
    void theMapOfMechanismsIsNoTable() throws Exception {
        assertThat(fixture.get("/api/v1/recipes?format=arrow").body()).contains("format: 'arrow' is none of json, csv");
        assertThat(JSON.readTree(fixture.get("/api/v1/recipes", "Accept", TYPE).body())
                        .has("rows"))
                .isTrue();
    }

    private Map<String, List<@Nullable Object>> table(String path) {
        return new ReadArrow(fixture.bytes(path).body()).columns;
    }

    private List<NamedCsvRecord> rows(String path) {
        return CsvReader.builder().ofNamedCsvRecord(fixture.get(path).body()).stream()
                .toList();
    }

    /** As CSV writes it. */
    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof Double number ? NumberText.exact(number) : value.toString();
    }
}
