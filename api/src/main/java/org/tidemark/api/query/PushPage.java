package org.tidemark.api.query;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.PushGate;
import org.tidemark.api.http.Replies;
import org.tidemark.api.http.WriteGuard;
import org.tidemark.producers.push.PushForm;
import org.tidemark.producers.push.PushIds;
import org.tidemark.producers.push.PushOutcome;

/** Where figures are pushed, and where it is told what became of them. */
record PushPage(@Nullable PushDesk desk) {
    static final String KEY = "Idempotency-Key";
    static final String RELEASE = QueryServer.API + "releases/{id}";

    private static final int UNAVAILABLE = 503;

    void addTo(RoutesConfig routes) {
        routes.post(QueryServer.OBSERVATIONS, this::push);
        routes.get(RELEASE, this::tell);
    }

    private void push(Context ctx) throws IOException {
        Parameters.of(ctx.queryParamMap(), List.of());
        PushForm form = String.valueOf(ctx.contentType())
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("text/csv")
                ? PushForm.CSV
                : PushForm.JSON;
        PushRequest request = PushRequest.of(WriteGuard.who(ctx), ctx.header(KEY), form, body(ctx));
        PushOutcome outcome = answered(ctx, () -> taker().push(request));
        ctx.header("Location", RELEASE.replace("{id}", outcome.pushed().id()));
        ctx.status(202).contentType("application/json").result(Replies.json(PushedJson.of(outcome)) + "\n");
    }

    private static byte[] body(Context ctx) throws IOException {
        try (InputStream in = ctx.bodyInputStream()) {
            byte[] body = in.readNBytes(PushGate.BODY_BYTES_MAX + 1);
            if (body.length > PushGate.BODY_BYTES_MAX) {
                throw new HttpResponseException(PushGate.TOO_LARGE, PushGate.WHY_TOO_LARGE);
            }
            return body;
        }
    }

    private void tell(Context ctx) {
        Parameters.of(ctx.queryParamMap(), List.of());
        String id = ctx.pathParam("id");
        Optional<PushOutcome> found =
                desk == null || !PushIds.isId(id) ? Optional.empty() : answered(ctx, () -> taker().find(id));
        PushOutcome outcome = found.orElseThrow(() -> new HttpResponseException(
                404,
                "nothing was pushed as release '%s', or longer ago than is remembered; POST %s answers with the id"
                        .formatted(Parameters.shown(id), QueryServer.OBSERVATIONS)));
        ctx.contentType("application/json").result(Replies.json(PushedJson.of(outcome)) + "\n");
    }

    private PushDesk taker() {
        if (desk == null) {
            throw new HttpResponseException(UNAVAILABLE, "this server has no cluster to send figures to");
        }
        return desk;
    }

    private static <T> T answered(Context ctx, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (PushRefusedException e) {
            if (e.status() == UNAVAILABLE) {
                ctx.header("Retry-After", "5");
            }
            throw new HttpResponseException(e.status(), String.valueOf(e.getMessage()));
        }
    }
}
