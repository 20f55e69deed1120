package org.tidemark.streams.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How one row becomes one JSON object. */
@FunctionalInterface
interface JsonRow<T> {
    void write(JsonGenerator json, T row) throws IOException;

    /** A number as {@link NumberText} writes it, so that JSON and CSV say the same; null stays null. */
    static void estimated(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(NumberText.estimated(value));
        }
    }

    static void published(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(NumberText.published(value));
        }
    }
}
