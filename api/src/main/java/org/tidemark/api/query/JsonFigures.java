package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tidemark.text.Likeness;
import org.tidemark.text.SheetCell;

/**
 * Figures as JSON, {@code [{"indicator": ..., ...}, ...]} or the same as {@code observations} of an object, on their way
 * to rows of plain CSV: what is wrong with a value is the matter of whoever reads those.
 */
final class JsonFigures {
    static final List<String> FIELDS = List.of(
            "indicator",
            "economy",
            "sector",
            "period",
            "value",
            "unit",
            "published",
            "source",
            "standard_error",
            "release",
            "status",
            "note");
    private static final Set<String> NUMBERS = Set.of("value", "standard_error");
    private static final String LIST = "observations";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private final CsvWriter rows;
    private int observation;

    private JsonFigures(JsonParser parser, CsvWriter rows) {
        this.parser = parser;
        this.rows = rows;
    }

    /**
     * The rows, of which the first has the names of the columns.
     *
     * @throws BadQueryException in one line, where it is no JSON or says something else
     */
    static byte[] csv(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        try (JsonParser parser = JSON.createParser(body);
                CsvWriter rows = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.LF)
                        // A row that begins with # must not be taken for a comment.
                        .quoteStrategy(QuoteStrategies.ALWAYS)
                        .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            rows.writeRecord(FIELDS);
            new JsonFigures(parser, rows).body();
        } catch (JsonProcessingException e) {
            throw new BadQueryException("the body is no JSON: line %d, column %d: %s"
                    .formatted(
                            e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                            e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                            e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void body() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            if (!LIST.equals(parser.nextFieldName()) || parser.nextToken() != JsonToken.START_ARRAY) {
                throw form();
            }
            list();
            if (parser.nextToken() != JsonToken.END_OBJECT) {
                throw form();
            }
        } else if (first == JsonToken.START_ARRAY) {
            list();
        } else {
            throw form();
        }
        if (parser.nextToken() != null) {
            throw form();
        }
    }

    private void list() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            observation++;
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw form();
            }
            observation();
        }
        if (observation == 0) {
            throw new BadQueryException("the body holds no observation; send one at least");
        }
    }

    private static BadQueryException form() {
        return new BadQueryException(
                "the body is no list of observations; write [{\"indicator\": ..., ...}] or {\"observations\": [...]} and nothing beside it");
    }

    private void observation() throws IOException {
        String[] cells = new String[FIELDS.size()];
        Arrays.fill(cells, "");
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            int column = FIELDS.indexOf(name);
            if (column < 0) {
                throw new BadQueryException("observation %d: '%s' is no field of an observation%s; known: %s"
                        .formatted(
                                observation,
                                Parameters.shown(name),
                                Likeness.nearest(name, FIELDS)
                                        .map("; did you mean %s?"::formatted)
                                        .orElse(""),
                                String.join(", ", FIELDS)));
            }
            cells[column] = cell(name);
        }
        rows.writeRecord(cells);
    }

    private String cell(String name) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (!token.isScalarValue()) {
            throw new BadQueryException("observation %d: field '%s' is a list or an object; write text or a number"
                    .formatted(observation, name));
        }
        String text = parser.getText();
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadQueryException(
                    "observation %d: field '%s' holds a line break or another control character; write it on one line"
                            .formatted(observation, name));
        }
        return NUMBERS.contains(name) ? text : SheetCell.written(text);
    }
}
