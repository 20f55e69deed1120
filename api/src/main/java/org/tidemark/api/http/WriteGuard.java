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

    private final @Nullable Tokens tokens;
    private final Hosts hosts;

    /**
     * For one server.
     *
     * @param tokens null where nobody may write
     */
    public WriteGuard(@Nullable Tokens tokens, Hosts hosts) {
        this.tokens = tokens;
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
        if (tokens == null) {
            throw refused(403, "nothing is written or decided over HTTP here: no --token-file was given at the start");
        }
        ctx.attribute(WHO, tokens.nameOf(ctx.header("Authorization")).orElseThrow(() -> {
            ctx.header("WWW-Authenticate", "Bearer");
            return refused(
                    401, "say who you are: Authorization: Bearer TOKEN, with a token of the server's --token-file");
        }));
        if (isOfAnotherSite(ctx)) {
            throw refused(403, "a page of another site may not write here");
        }
        String type = ctx.contentType() == null ? "" : ctx.contentType();
        if (!type.strip().matches("(?i)application/json\\s*(;.*)?")) {
            throw refused(415, "send the body as JSON, with Content-Type: application/json");
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
