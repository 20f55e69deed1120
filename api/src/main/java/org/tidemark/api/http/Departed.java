package org.tidemark.api.http;

import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Passes on no request whose connection was closed while its body was awaited. Jetty hands it over all the same, and
 * tells nobody when it ends: it would take one of the places for questions for ever.
 */
final class Departed extends Handler.Wrapper {
    Departed(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!request.getConnectionMetaData().getConnection().getEndPoint().isOpen()) {
            callback.failed(new EofException("the client has gone"));
            return true;
        }
        return super.handle(request, response, callback);
    }
}
