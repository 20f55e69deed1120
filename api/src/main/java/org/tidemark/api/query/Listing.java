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
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tidemark.api.http.JsonEscapes;
import org.tidemark.api.peer.PeerRow;
import org.tidemark.engine.table.Key;

/** An answer that is a list: a page of it, whose rows are made before the first is sent. */
final class Listing<T> {
    static final String TRUNCATED = "X-Truncated";
    static final String PARTIAL = "X-Partial";
    static final String MISSING = "X-Missing";
    static final String ETAG = "ETag";
    static final String LINK = "Link";

    private static final int BUFFER = 16 * 1024;
    private static final JsonFactory JSON = JsonEscapes.factory();

    private final String name;
    private final boolean distinct;
    private final Asked asked;
    private final RowText<T> text;
    private final LocalRows<T> here;
    private final Gathered gathered;

    /**
     * Which part of the list.
     *
     * @param limit rows at most
     * @param from where the page before ended
     */
    record Asked(int limit, Cursor from) {
        static Asked of(Parameters p) {
            return new Asked(p.limit(), p.after());
        }

        /** The first so many rows. */
        static Asked first(int limit) {
            return new Asked(limit, Cursor.BEGIN);
        }
    }

    Listing(Question<T> question, Asked asked, RowText<T> text, Walk<T> walk, Gathered gathered) {
        this.name = question.name();
        this.distinct = question.distinct();
        this.asked = asked;
        this.text = text;
        this.here = new LocalRows<>(walk, question, text, asked.limit(), asked.from());
        this.gathered = gathered;
    }

    /** Whether there is no row, and nothing that could hold one is missing. */
    boolean isEmpty() {
        return gathered.missing().isEmpty()
                && gathered.remote().stream().allMatch(rows -> rows.count() == 0)
                && here.isEmpty();
    }

    /** The rows, made. */
    PageRows rows() {
        boolean longer = gathered.remote().stream().anyMatch(rows -> rows.count() > asked.limit());
        return PageRows.of(asked.limit(), asked.from(), this::walk, longer);
    }

    private void walk(Predicate<PeerRow> wantsMore) {
        MergedRows merged = new MergedRows(gathered.remote(), distinct ? onlyTheFirstOf(wantsMore) : wantsMore);
        here.each(merged::pass);
        merged.passTheRest();
    }

    /** Sends them, or says that they are those that the client has. */
    void send(Context ctx, AnswerFormat format, PageRows rows) {
        Cursor next = rows.next();
        ctx.contentType(format.contentType());
        ctx.header(TRUNCATED, Boolean.toString(rows.isTruncated()));
        ctx.header("Vary", "Accept, Accept-Encoding");
        if (next != null) {
            ctx.header(LINK, "<%s>; rel=\"next\"".formatted(NextPage.after(ctx, next)));
        }
        if (!gathered.missing().isEmpty()) {
            ctx.status(HttpStatus.PARTIAL_CONTENT);
            ctx.header(PARTIAL, "true");
            ctx.header(MISSING, Gathered.written(gathered.missing()));
        } else if (NextPage.isKnown(ctx, rows.tag(format.written()))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        try {
            OutputStream out = new BufferedOutputStream(ctx.outputStream(), BUFFER);
            write(out, ctx, format, rows);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(OutputStream out, Context ctx, AnswerFormat format, PageRows rows) throws IOException {
        switch (format) {
            case JSON -> {
                out.write(jsonBegin(ctx, rows));
                rows.each(commaSeparated(out));
                out.write(bytes("]}"));
            }
            case CSV -> {
                out.write(bytes(text.header()));
                rows.each(row -> write(out, row));
            }
            case ARROW -> {
                ArrowRows arrow = ArrowRows.begin(out, name, text.header());
                rows.each(arrow::write);
                arrow.end();
            }
            case SDMX_CSV -> {
                SdmxCsv sdmx = SdmxCsv.of(name, text.header());
                out.write(sdmx.header());
                rows.each(row -> write(out, sdmx.lines(row)));
            }
        }
    }

    /** What several monitors say alike is told once: equal rows have one place, and follow each other. */
    private static Predicate<PeerRow> onlyTheFirstOf(Predicate<PeerRow> wantsMore) {
        AtomicReference<Key> before = new AtomicReference<>();
        return row -> row.place().equals(before.getAndSet(row.place())) || wantsMore.test(row);
    }

    private static Consumer<byte[]> commaSeparated(OutputStream out) {
        AtomicInteger written = new AtomicInteger();
        return row -> {
            if (written.getAndIncrement() > 0) {
                write(out, bytes(","));
            }
            write(out, row);
        };
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
    private byte[] jsonBegin(Context ctx, PageRows rows) throws IOException {
        ByteArrayOutputStream begin = new ByteArrayOutputStream();
        // Ends in the middle of the document: the rows are not the generator's.
        JsonGenerator generator = JSON.createGenerator(begin);
        generator.writeStartObject();
        generator.writeBooleanField("truncated", rows.isTruncated());
        Cursor next = rows.next();
        if (next != null) {
            generator.writeStringField(
                    "hint",
                    "only the first %d are here; follow next, narrow the query, or raise limit (at most %d)"
                            .formatted(asked.limit(), Parameters.LIMIT_MAX));
            generator.writeStringField("next", NextPage.after(ctx, next));
        }
        if (!gathered.missing().isEmpty()) {
            Gathered.write(gathered.missing(), generator);
        }
        generator.writeArrayFieldStart(name);
        generator.flush();
        return begin.toByteArray();
    }
}
