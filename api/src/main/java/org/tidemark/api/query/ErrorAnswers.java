package org.tidemark.api.query;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.api.http.Replies;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.text.PlainText;

/** What went wrong, said in the format that was asked for: {@code {"error": "..."}}, or a line of text for CSV. */
final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private ErrorAnswers() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(
                BadQueryException.class, (e, ctx) -> send(ctx, HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage())));
        routes.exception(
                StoresUnavailableException.class, (e, ctx) -> unavailable(ctx, String.valueOf(e.getMessage())));
        routes.exception(
                NotFoundResponse.class,
                (e, ctx) -> send(
                        ctx,
                        HttpStatus.NOT_FOUND,
                        "there is no %s; /api/v1/ lists what there is".formatted(Parameters.shown(ctx.path()))));
        routes.exception(
                MethodNotAllowedResponse.class,
                (e, ctx) -> send(ctx, HttpStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are answered here"));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> send(ctx, HttpStatus.forStatus(e.getStatus()), String.valueOf(e.getMessage())));
        routes.exception(Exception.class, ErrorAnswers::unexpected);
    }

    private static void unexpected(Exception e, Context ctx) {
        if (isClientGone(e)) {
            // Nobody is there to be told, and the connection is broken as it is.
            LOG.debug("{} {} ended early", ctx.method(), ctx.path(), e);
            return;
        }
        if (ctx.res().isCommitted()) {
            LOG.warn("{} {} ended early", ctx.method(), ctx.path(), e);
        } else {
            LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
        }
        send(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "this should not have happened; the log says more");
    }

    private static boolean isClientGone(Exception e) {
        return e instanceof EofException || e.getCause() instanceof EofException;
    }

    private static void unavailable(Context ctx, String why) {
        ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        send(ctx, HttpStatus.SERVICE_UNAVAILABLE, why);
    }

    private static void send(Context ctx, HttpStatus status, String message) {
        if (ctx.res().isCommitted()) {
            // Half an answer must not look like a whole one: the connection breaks instead of ending well.
            ServletContextRequest.getServletContextRequest(ctx.req())
                    .getServletChannel()
                    .abort(new IllegalStateException(message));
            return;
        }
        ctx.status(status);
        ctx.removeHeader(Listing.TRUNCATED);
        ctx.removeHeader(Listing.PARTIAL);
        ctx.removeHeader(Listing.MISSING);
        ctx.header("Cache-Control", "no-store");
        ctx.removeHeader(Listing.ETAG);
        ctx.removeHeader(Listing.LINK);
        if (wantsCsv(ctx)) {
            ctx.contentType("text/plain; charset=utf-8").result(PlainText.of(message) + "\n");
        } else {
            ctx.contentType("application/json").result(Replies.json(Map.of("error", message)));
        }
    }

    private static boolean wantsCsv(Context ctx) {
        String format = ctx.queryParam(Parameters.FORMAT);
        return format == null
                ? AnswerFormat.accepted(ctx.header("Accept"), AnswerFormat.of("")) == AnswerFormat.CSV
                : format.equals(AnswerFormat.CSV.written());
    }
}
