package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;

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

    /** A reference period by its label and by its first and last day; null where there is none. */
    static void period(JsonGenerator json, @Nullable Period period) throws IOException {
        json.writeStringField("period", period == null ? null : period.label());
        json.writeStringField(
                "period_start", period == null ? null : period.start().toString());
        json.writeStringField("period_end", period == null ? null : period.end().toString());
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
