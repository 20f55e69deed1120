package org.tidemark.api.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Excerpt;

/** What every request passes first: the clock of its connection, the headers of its answer, the name it asks for, who reads. */
final class Front extends Handler.Wrapper {
    private final Hosts hosts;
    private final ReadGuard readers;

    Front(Hosts hosts, ReadGuard readers, Handler next) {
        super(next);
        this.hosts = hosts;
        this.readers = readers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        Replies.secure(response.getHeaders());
        if (!(endPoint instanceof CountedEndPoint client)) {
            throw new IllegalStateException("every connection of this port is counted");
        }
        boolean withBody = request.getMethod().equals("POST");
        client.begin(withBody);
        Request.addCompletionListener(request, failure -> client.end());
        if (!withBody) {
            return answer(request, response, callback, client);
        }
        Request timed = new Timed(request, client);
        return answer(timed, response, new Leftover(timed, callback), client);
    }

    private boolean answer(Request request, Response response, Callback callback, CountedEndPoint client)
            throws Exception {
        String host = request.getHeaders().get(HttpHeader.HOST);
        String asked = request.getHttpURI().getAuthority();
        if (isForeign(host, client) || isForeign(asked, client)) {
            Replies.error(
                    response,
                    callback,
                    HttpStatus.MISDIRECTED_REQUEST_421,
                    "'%s' is no name of this server; ask for localhost, or start it with --allow-host NAME"
                            .formatted(Excerpt.of(String.valueOf(host == null ? asked : host))));
            return true;
        }
        if (!readers.allows(request)) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
            Replies.error(response, callback, HttpStatus.UNAUTHORIZED_401, ReadGuard.WHY);
            return true;
        }
        return super.handle(request, response, callback);
    }

    /** HTTP/1.0 knows no Host; no browser speaks it. */
    private boolean isForeign(@Nullable String authority, CountedEndPoint client) {
        return authority != null && !authority.isEmpty() && !hosts.allow(authority, client.getLocalSocketAddress());
    }

    /** A request whose body has to come in time. */
    private static final class Timed extends Request.Wrapper {
        private final CountedEndPoint client;

        private Timed(Request request, CountedEndPoint client) {
            super(request);
            this.client = client;
        }

        // Jetty returns null where there is nothing to read yet.
        @SuppressWarnings("NullAway")
        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk != null && chunk.isLast()) {
                client.bodyRead();
            }
            return chunk;
        }
    }
}
