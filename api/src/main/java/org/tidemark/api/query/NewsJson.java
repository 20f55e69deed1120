package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tidemark.news.News;
import org.tidemark.news.NewsLine;
import org.tidemark.series.Period;

/** One change of an estimate as a JSON object, with its lines. */
final class NewsJson {
    private NewsJson() {}

    static void write(JsonGenerator json, News news) throws IOException {
        json.writeStartObject();
        json.writeStringField("economy", news.key().economy());
        json.writeStringField("sector", news.key().sector());
        json.writeStringField("measure", news.key().measure());
        json.writeStringField("concept", news.key().concept());
        json.writeStringField("as_of", news.asOf().toString());
        json.writeStringField("horizon", news.horizon().name());
        json.writeStringField("unit", news.unit());
        number(json, "before", news.before());
        number(json, "after", news.after());
        json.writeArrayFieldStart("lines");
        for (NewsLine line : news.lines()) {
            line(json, line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, NewsLine line) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", line.kind().name());
        if (line.figures() > 0) {
            json.writeStringField("source", line.source());
            json.writeStringField("release", line.release());
            json.writeStringField("indicator", line.indicator());
            json.writeStringField("sector", line.sector());
            json.writeNumberField("figures", line.figures());
            Period newest = line.newest();
            JsonRow.period(json, newest);
            number(json, "forecast", line.forecast());
            number(json, "actual", line.actual());
            number(json, "surprise", line.surprise());
            number(json, "gain", line.gain());
        }
        number(json, "impact", line.impact());
        json.writeEndObject();
    }

    /** To the last bit, since the lines sum up. */
    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        json.writeFieldName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(NumberText.exact(value));
        }
    }
}
