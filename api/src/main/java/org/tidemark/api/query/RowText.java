package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.tidemark.api.http.JsonEscapes;

/**
 * The bytes of each row. Rows are made into bytes where they are found, so that it makes no difference to an answer which
 * monitor found them.
 */
interface RowText<T> {
    byte[] of(T row);

    /** What stands before the first row. */
    String header();

    static <T> RowText<T> json(JsonRow<T> json) {
        return new Json<>(json);
    }

    static <T> RowText<T> csv(Function<Writer, CsvRows<T>> rows) {
        return new Csv<>(rows);
    }

    /** An object. */
    final class Json<T> implements RowText<T> {
        private static final JsonFactory FACTORY = JsonEscapes.factory();

        private final JsonRow<T> json;

        private Json(JsonRow<T> json) {
            this.json = json;
        }

        @Override
        public byte[] of(T row) {
            ByteArrayOutputStream text = new ByteArrayOutputStream(512);
            try (JsonGenerator generator = FACTORY.createGenerator(text)) {
                json.write(generator, row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toByteArray();
        }

        @Override
        public String header() {
            return "";
        }
    }

    /** Whatever lines one row has, each with its end. */
    final class Csv<T> implements RowText<T> {
        private final StringWriter text = new StringWriter();
        private final CsvRows<T> rows;
        private final String header;

        private Csv(Function<Writer, CsvRows<T>> begin) {
            rows = begin.apply(text);
            header = taken();
        }

        @Override
        public byte[] of(T row) {
            rows.write(row);
            return taken().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String header() {
            return header;
        }

        private String taken() {
            try {
                rows.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String taken = text.toString();
            text.getBuffer().setLength(0);
            return taken;
        }
    }
}
