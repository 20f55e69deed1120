package org.tidemark.api.http;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.tidemark.web.PageFiles;

/**
 * The one place that asks who reads, where reading needs a token: every request but those for health and the page's files passes here before
 * anything is answered. Who writes is asked by {@link WriteGuard}.
 */
final class ReadGuard {
    /** Whoever restarts processes must not need a secret. */
    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready");

    /** Where it is told what became of one. */
    private static final String PUSHED = "/api/v1/releases/";

    static final String WHY =
            "reading needs a token here: Authorization: Bearer TOKEN, with one of the server's --read-token-file";

    private final @Nullable Tokens readers;
    private final @Nullable Tokens writers;
    private final @Nullable Tokens pushers;
    private final PageFiles page;

    /**
     * For one server.
     *
     * @param readers null where everybody may read
     * @param writers who may decide may read too
     * @param pushers who may push may ask what became of it, and nothing else
     * @param page whose files hold no figure, and are open: it asks for the token itself
     */
    ReadGuard(@Nullable Tokens readers, @Nullable Tokens writers, @Nullable Tokens pushers, PageFiles page) {
        this.readers = readers;
        this.writers = writers;
        this.pushers = pushers;
        this.page = page;
    }

    private static boolean writes(Request request) {
        return request.getMethod().equals("POST")
                && !RemoteRead.isAsked(request.getMethod(), Request.getPathInContext(request));
    }

    boolean allows(Request request) {
        if (readers == null
                || writes(request)
                || OPEN.contains(Vitals.page(Request.getPathInContext(request)))
                || StaticPage.isAsked(page, request)) {
            return true;
        }
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        // Both are asked: how long it takes says nothing of which file nearly had it.
        boolean reader = readers.nameOf(authorization).isPresent();
        boolean writer = writers != null && writers.nameOf(authorization).isPresent();
        boolean pusher = pushers != null && pushers.nameOf(authorization).isPresent();
        return reader || writer || (pusher && Request.getPathInContext(request).startsWith(PUSHED));
    }
}
