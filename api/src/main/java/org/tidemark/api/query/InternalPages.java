package org.tidemark.api.query;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.api.peer.RowFrames;
import org.tidemark.streams.state.Part;
import org.tidemark.streams.state.StoresUnavailableException;

/**
 * What other monitors ask. The answers are about what is here and about nothing else, so that no question is passed on twice.
 */
final class InternalPages {
    private final QuerySources sources;
    private final Questions questions;

    InternalPages(QuerySources sources, Questions questions) {
        this.sources = sources;
        this.questions = questions;
    }

    void addTo(RoutesConfig routes) {
        routes.get(PeerClient.INTERNAL + "parts", this::parts);
        routes.get(PeerClient.INTERNAL + "rows/{list}", this::rows);
    }

    private void parts(Context ctx) {
        requireOurs(ctx);
        Set<Part> here = sources.peers().holders().stream()
                .filter(holder -> holder.here() && sources.peers().isReadable(holder.part()))
                .map(holder -> holder.part())
                .collect(Collectors.toUnmodifiableSet());
        ctx.contentType("text/plain")
                .result(PeerClient.written(here.stream().sorted().toList()) + "\n");
    }

    private void rows(Context ctx) {
        requireOurs(ctx);
        Questions.Named named = questions.named(ctx.pathParam("list"));
        if (named == null) {
            throw new NotFoundResponse();
        }
        Parameters p = Parameters.of(ctx.queryParamMap(), named.parameters());
        send(ctx, named.kind().of(p), p);
    }

    private <T> void send(Context ctx, Question<T> question, Parameters p) {
        Collection<Part> here = asked(ctx).stream()
                .filter(part -> sources.peers().isReadable(part))
                .toList();
        if (here.isEmpty()) {
            throw new StoresUnavailableException("none of these parts is here", null);
        }
        RowText<T> text = question.text(format(ctx.header(PeerClient.FORMAT)));
        LocalRows<T> rows = new LocalRows<>(
                question.walk().apply(sources.peers().stores(here)), question, text, p.limit(), p.after());
        ctx.header(PeerClient.PARTS, PeerClient.written(here));
        ctx.header(PeerClient.COUNT, Integer.toString(rows.count()));
        ctx.contentType("application/octet-stream");
        try {
            write(rows, new RowFrames.Writer(ctx.outputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> void write(LocalRows<T> rows, RowFrames.Writer writer) throws IOException {
        rows.each(row -> {
            try {
                writer.write(row);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        writer.end();
    }

    /** Another application may listen where a monitor of ours was before. */
    private void requireOurs(Context ctx) {
        if (!sources.peers().application().equals(ctx.header(PeerClient.APPLICATION))) {
            throw new HttpResponseException(
                    HttpStatus.MISDIRECTED_REQUEST.getCode(),
                    "this is for monitors of one application; /api/v1/ lists what there is to ask",
                    java.util.Map.of());
        }
    }

    private static Set<Part> asked(Context ctx) {
        try {
            return PeerClient.parts(String.valueOf(ctx.header(PeerClient.PARTS)));
        } catch (IllegalArgumentException e) {
            throw new BadQueryException(PeerClient.PARTS + ": " + e.getMessage());
        }
    }

    private static AnswerFormat format(@Nullable String written) {
        return AnswerFormat.CSV.written().equals(written) ? AnswerFormat.CSV : AnswerFormat.JSON;
    }
}
