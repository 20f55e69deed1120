package org.tidemark.producers.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.JsonPointerBasedFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/**
 * An array in a JSON document as a table: each of its elements is a row, and each column a place in the element. Read one
 * element at a time, so that a large document needs no more memory than its largest row.
 */
public final class JsonTable {
    private static final int LIST = '[';
    private static final int OBJECT = '{';
    /** A document of a publisher has some ten thousand tokens; one of millions of braces would fill the memory. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(64)
                    .maxStringLength(1 << 20)
                    .maxTokenCount(4_000_000)
                    .build())
            .build());

    private final JsonPointer rows;
    private final String[] names;
    private final JsonPointer[] places;

    /**
     * Describes one.
     *
     * @param rows JSON Pointer of the array; empty where the document is the array
     * @param columns names, and JSON Pointers within an element
     */
    public JsonTable(String rows, Map<String, String> columns) {
        this.rows = JsonPointer.compile(rows);
        this.names = columns.keySet().toArray(String[]::new);
        this.places = columns.values().stream().map(JsonPointer::compile).toArray(JsonPointer[]::new);
    }

    /**
     * Whether a file is such a document: its first row has something at the place of each of these columns.
     *
     * @throws IOException when the file cannot be read
     */
    public boolean fits(SourceFile file, Collection<String> columns) throws IOException {
        if (!looksLikeJson(file)) {
            return false;
        }
        try (Elements elements = new Elements(file)) {
            JsonNode first = elements.next();
            return first != null
                    && columns.stream()
                            .allMatch(column -> !first.at(place(column)).isMissingNode());
        } catch (JsonProcessingException | UnreadableFileException e) {
            return false;
        }
    }

    private JsonPointer place(String column) {
        int at = Arrays.asList(names).indexOf(column);
        // A pointer that leads nowhere, for a column that nobody has declared.
        return at < 0 ? JsonPointer.compile("/ ") : places[at];
    }

    private static boolean looksLikeJson(SourceFile file) throws IOException {
        String head = new String(file.head(), StandardCharsets.UTF_8);
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c != '\ufeff' && !Character.isWhitespace(c)) {
                return c == LIST || c == OBJECT;
            }
        }
        return false;
    }

    /**
     * Reads the rows one by one. A cell holds what stands there as it is written; a list or an object is no cell.
     *
     * @throws UnreadableFileException when the document is not whole, or has no array there
     */
    public void read(SourceFile file, FigureSink sink, RowReader.Factory format) throws IOException {
        Header header = new Header(file.name(), names, List.of());
        RowReader reader = format.under(header);
        Numbers numbers = new Numbers(new Numbers.Marks(false, false), NumberEvidence::new);
        try (Elements elements = new Elements(file)) {
            long row = 0;
            for (JsonNode one = elements.next(); one != null; one = elements.next()) {
                row++;
                reader.row(new Row(record(row, one), cells(one), numbers));
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException("%s is no whole JSON document: %s"
                    .formatted(file.name(), SourceExcerpt.of(e.getOriginalMessage())));
        }
    }

    private static RecordText record(long row, JsonNode element) {
        byte[] all = element.toString().getBytes(StandardCharsets.UTF_8);
        return new RecordText(
                "row",
                row,
                "",
                all.length > Line.ORIGINAL_BYTES_MAX ? Arrays.copyOf(all, Line.ORIGINAL_BYTES_MAX) : all);
    }

    private String[] cells(JsonNode element) {
        String[] cells = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            JsonNode cell = element.at(places[i]);
            cells[i] = cell.isValueNode() && !cell.isNull() ? cell.asText() : "";
        }
        return cells;
    }

    /** The elements of the array, in their order. */
    private final class Elements implements AutoCloseable {
        private final String file;
        private final JsonParser whole;
        private final JsonParser parser;
        private boolean isOver;

        Elements(SourceFile source) throws IOException {
            file = source.name();
            InputStream in = source.open();
            whole = JSON.createParser(in);
            parser = rows.matches()
                    ? whole
                    : new FilteringParserDelegate(
                            whole, new JsonPointerBasedFilter(rows), Inclusion.ONLY_INCLUDE_ALL, false);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                parser.close();
                throw new UnreadableFileException("%s has no list of rows at '%s'".formatted(file, rows));
            }
        }

        @Nullable
        JsonNode next() throws IOException {
            if (isOver) {
                return null;
            }
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new UnreadableFileException("%s ends within its list of rows; ask for it again".formatted(file));
            }
            if (token != JsonToken.END_ARRAY) {
                return JSON.readTree(parser);
            }
            isOver = true;
            // What comes behind the rows is read to its end: a document that is cut there is no whole one.
            while (whole.nextToken() != null) {
                whole.skipChildren();
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}
