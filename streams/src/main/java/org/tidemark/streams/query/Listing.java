package org.tidemark.streams.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tidemark.streams.http.JsonEscapes;

/**
 * An answer that is a list. It is written row by row and never held as a whole: the rows are walked once to see whether
 * the limit cuts them, which a header has to say first, and once to write them.
 *
 * @param name of the array in the JSON answer
 */
record Listing<T>(String name, int limit, Walk<T> walk, Function<Writer, CsvRows<T>> csv, JsonRow<T> json) {
    static final String TRUNCATED = "X-Truncated";

    private static final JsonFactory JSON = JsonEscapes.factory();

    void send(Context ctx, AnswerFormat format) {
        boolean truncated = isLongerThanLimit();
        ctx.contentType(format.contentType());
        ctx.header(TRUNCATED, Boolean.toString(truncated));
        try {
            OutputStream out = ctx.outputStream();
            if (format == AnswerFormat.CSV) {
                sendCsv(out);
            } else {
                sendJson(out, truncated);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isLongerThanLimit() {
        AtomicInteger seen = new AtomicInteger();
        walk.each(row -> seen.incrementAndGet() <= limit);
        return seen.get() > limit;
    }

    private void eachWithinLimit(Predicate<T> writer) {
        AtomicInteger seen = new AtomicInteger();
        walk.each(row -> seen.incrementAndGet() <= limit && writer.test(row));
    }

    private void sendCsv(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvRows<T> rows = csv.apply(text);
        eachWithinLimit(row -> {
            rows.write(row);
            return true;
        });
        rows.flush();
        text.flush();
    }

    private void sendJson(OutputStream out, boolean truncated) throws IOException {
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeBooleanField("truncated", truncated);
            if (truncated) {
                generator.writeStringField(
                        "hint",
                        "only the first %d are here; narrow the query, or raise limit (at most %d)"
                                .formatted(limit, Parameters.LIMIT_MAX));
            }
            generator.writeArrayFieldStart(name);
            eachWithinLimit(row -> {
                write(generator, row);
                return true;
            });
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private void write(JsonGenerator generator, T row) {
        try {
            json.write(generator, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
