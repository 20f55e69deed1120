package org.tidemark.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that asks who writes: every request that is not GET or HEAD, whatever page it is for, passes here first. A
 * page that is added later is guarded without a word.
 */
public final class WriteGuard {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String WHO = "tidemark.who";

    private static final String JSON_TYPE = "(?i)application/json\\s*(;.*)?";
    private static final String FIGURES_TYPE = "(?i)(application/json|text/csv)\\s*(;.*)?";

    private final @Nullable Tokens tokens;
    private final @Nullable Tokens pushers;
    private final Hosts hosts;

    /**
     * For one server.
     *
     * @param tokens null where nobody may write or decide
     * @param pushers who may send figures, and nothing else; null where nobody may
     */
    public WriteGuard(@Nullable Tokens tokens, @Nullable Tokens pushers, Hosts hosts) {
        this.tokens = tokens;
        this.pushers = pushers;
        this.hosts = hosts;
    }

    /** Puts itself before every page that there is. */
    public void addTo(RoutesConfig routes) {
        routes.beforeMatched(this::check);
    }

    /** The name of whoever makes a request that has passed. */
    public static String who(Context ctx) {
        String who = ctx.attribute(WHO);
        if (who == null) {
            throw new IllegalStateException("only requests that write pass the guard");
        }
        return who;
    }

    private void check(Context ctx) {
        if (READING.contains(ctx.method().name())) {
            return;
        }
        if (RemoteRead.isAsked(ctx.method().name(), ctx.path())) {
            RemoteRead.requireForm(ctx);
            return;
        }
        boolean push = Vitals.page(ctx.path()).equals(PushGate.PATH);
        Tokens asked = push ? pushers : tokens;
        if (asked == null) {
            throw refused(
                    403,
                    push
                            ? PushGate.OFF
                            : "nothing is written or decided over HTTP here: no --token-file was given at the start");
        }
        ctx.attribute(WHO, asked.nameOf(ctx.header("Authorization")).orElseThrow(() -> {
            ctx.header("WWW-Authenticate", "Bearer");
            return refused(
                    401,
                    push
                            ? PushGate.WHO
                            : "say who you are: Authorization: Bearer TOKEN, with a token of the server's --token-file");
        }));
        if (isOfAnotherSite(ctx)) {
            throw refused(403, "a page of another site may not write here");
        }
        requireType(ctx, push);
    }

    private static void requireType(Context ctx, boolean push) {
        String type = ctx.contentType() == null ? "" : ctx.contentType().strip();
        if (!type.matches(push ? FIGURES_TYPE : JSON_TYPE)) {
            throw refused(
                    415,
                    push
                            ? "send figures as JSON or as plain CSV, with Content-Type: application/json or text/csv"
                            : "send the body as JSON, with Content-Type: application/json");
        }
        if (push && ctx.header("Content-Encoding") != null) {
            throw refused(415, "send the body as it is, without Content-Encoding");
        }
    }

    /** A browser says where a request comes from; others say nothing. */
    private boolean isOfAnotherSite(Context ctx) {
        String origin = ctx.header("Origin");
        String site = ctx.header("Sec-Fetch-Site");
        boolean foreignSite = site != null && !Set.of("same-origin", "none").contains(site);
        return foreignSite || (origin != null && !isOurs(origin, ctx));
    }

    private boolean isOurs(String origin, Context ctx) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null
                    && authority.equals(ctx.header("Host"))
                    && hosts.allow(
                            authority,
                            new InetSocketAddress(
                                    ctx.req().getLocalAddr(), ctx.req().getLocalPort()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static HttpResponseException refused(int status, String why) {
        return new HttpResponseException(status, why);
    }
}
