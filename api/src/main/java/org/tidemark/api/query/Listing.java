package org.tidemark.api.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.tidemark.api.http.JsonEscapes;
import org.tidemark.api.peer.Missing;
import org.tidemark.api.peer.RemoteRows;
import org.tidemark.api.peer.Row;
import org.tidemark.engine.table.Key;
import org.tidemark.streams.peer.PeerAddress;

/** An answer that is a list. It is written row by row and never held as a whole. */
final class Listing<T> {
    static final String TRUNCATED = "X-Truncated";
    static final String PARTIAL = "X-Partial";
    static final String MISSING = "X-Missing";

    private static final int BUFFER = 16 * 1024;
    private static final JsonFactory JSON = JsonEscapes.factory();

    private final String name;
    private final int limit;
    private final boolean distinct;
    private long count = -1;
    private final RowText<T> text;
    private final LocalRows<T> here;
    private final Gathered gathered;

    Listing(Question<T> question, int limit, RowText<T> text, LocalRows<T> here, Gathered gathered) {
        this.name = question.name();
        this.limit = limit;
        this.distinct = question.distinct();
        this.text = text;
        this.here = here;
        this.gathered = gathered;
    }

    /** Whether there is no row, and nothing that could hold one is missing. */
    boolean isEmpty() {
        return count() == 0 && gathered.missing().isEmpty();
    }

    /** Counted once: the walk costs as much as the answer. */
    private long count() {
        if (count < 0) {
            count = here.count()
                    + gathered.remote().stream().mapToLong(RemoteRows::count).sum();
        }
        return count;
    }

    void send(Context ctx, AnswerFormat format) {
        boolean truncated = count() > limit;
        ctx.contentType(format.contentType());
        ctx.header(TRUNCATED, Boolean.toString(truncated));
        if (!gathered.missing().isEmpty()) {
            ctx.status(HttpStatus.PARTIAL_CONTENT);
            ctx.header(PARTIAL, "true");
            ctx.header(MISSING, Gathered.written(gathered.missing()));
        }
        try {
            OutputStream out = new BufferedOutputStream(ctx.outputStream(), BUFFER);
            out.write(format == AnswerFormat.CSV ? bytes(text.header()) : jsonBegin(truncated));
            eachRow(format == AnswerFormat.CSV ? row -> write(out, row) : commaSeparated(out));
            out.write(format == AnswerFormat.CSV ? new byte[0] : bytes("]}"));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over each row up to the limit, in the order of their places. */
    void eachRow(Predicate<Row> writer) {
        AtomicInteger written = new AtomicInteger();
        Predicate<Row> upToTheLimit = row -> written.incrementAndGet() <= limit && writer.test(row);
        MergedRows merged = new MergedRows(gathered.remote(), distinct ? onlyTheFirstOf(upToTheLimit) : upToTheLimit);
        here.each(merged::pass);
        merged.passTheRest();
    }

    /** What several monitors say alike is told once: equal rows have one place, and follow each other. */
    private static Predicate<Row> onlyTheFirstOf(Predicate<Row> writer) {
        AtomicReference<Key> before = new AtomicReference<>();
        return row -> row.place().equals(before.getAndSet(row.place())) || writer.test(row);
    }

    private static Predicate<Row> commaSeparated(OutputStream out) {
        AtomicInteger written = new AtomicInteger();
        return row -> {
            if (written.getAndIncrement() > 0) {
                write(out, bytes(","));
            }
            return write(out, row);
        };
    }

    private static boolean write(OutputStream out, Row row) {
        write(out, row.text());
        return true;
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All that stands before the first row. */
    private byte[] jsonBegin(boolean truncated) throws IOException {
        ByteArrayOutputStream begin = new ByteArrayOutputStream();
        // Ends in the middle of the document: the rows are not the generator's.
        JsonGenerator generator = JSON.createGenerator(begin);
        generator.writeStartObject();
        generator.writeBooleanField("truncated", truncated);
        if (truncated) {
            generator.writeStringField(
                    "hint",
                    "only the first %d are here; narrow the query, or raise limit (at most %d)"
                            .formatted(limit, Parameters.LIMIT_MAX));
        }
        if (!gathered.missing().isEmpty()) {
            missing(generator);
        }
        generator.writeArrayFieldStart(name);
        generator.flush();
        return begin.toByteArray();
    }

    private void missing(JsonGenerator json) throws IOException {
        json.writeBooleanField("partial", true);
        json.writeArrayFieldStart("missing");
        for (Missing missing : gathered.missing()) {
            PeerAddress monitor = missing.monitor();
            json.writeStartObject();
            json.writeStringField("part", missing.part().written());
            json.writeStringField("monitor", monitor == null ? null : monitor.written());
            json.writeStringField("why", missing.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
