package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tidemark.engine.table.Key;
import org.tidemark.engine.table.KeyBuilder;

/**
 * A line of a list of what there is to ask for.
 *
 * @param values in the order of the columns of its list; an empty one is null in JSON
 */
record ListEntry(List<String> values) {
    ListEntry {
        values = List.copyOf(values);
    }

    static ListEntry of(String... values) {
        return new ListEntry(List.of(values));
    }

    /** Equal entries of several monitors have one place, and are told once. */
    Key place() {
        KeyBuilder key = new KeyBuilder();
        values.forEach(key::text);
        return key.key();
    }

    /**
     * Lines as JSON objects.
     *
     * @param columns names of the values
     */
    record Json(List<String> columns) implements JsonRow<ListEntry> {
        Json {
            columns = List.copyOf(columns);
        }

        @Override
        public void write(JsonGenerator json, ListEntry entry) throws IOException {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                String value = entry.values().get(i);
                json.writeStringField(columns.get(i), value.isEmpty() ? null : value);
            }
            json.writeEndObject();
        }
    }

    /** As lines of CSV. */
    static CsvRows<ListEntry> csv(List<String> columns, Writer out) {
        return new CsvRows<>(out, String.join(",", columns)) {
            @Override
            public void write(ListEntry entry) {
                row(entry.values().toArray(String[]::new));
            }
        };
    }
}
