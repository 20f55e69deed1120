package org.tidemark.api.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.tidemark.web.PageFile;
import org.tidemark.web.PageFiles;

/**
 * The files of the page. They hold no figure, so they are open to whoever reaches the port, and are sent without a thread
 * of the query API's.
 */
public final class StaticPage extends Handler.Wrapper {
    /** Only what comes from here runs, is shown or is asked; nothing written into the page itself does. */
    public static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final PageFiles files;

    StaticPage(PageFiles files, Handler next) {
        super(next);
        this.files = files;
    }

    /** Whether a request asks for a file of the page. */
    static boolean isAsked(PageFiles files, Request request) {
        String method = request.getMethod();
        return (method.equals("GET") || method.equals("HEAD"))
                && files.at(Request.getPathInContext(request)).isPresent();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<PageFile> file = files.at(Request.getPathInContext(request));
        if (file.isEmpty()) {
            return super.handle(request, response, callback);
        }
        if (isAsked(files, request)) {
            send(file.get(), request, response, callback);
        } else {
            Replies.error(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "only GET and HEAD are answered here");
        }
        return true;
    }

    private static void send(PageFile file, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Content-Security-Policy", POLICY);
        // Asked again each time, and answered with 304 while it is the same: a new version shows at once.
        headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
        headers.put(HttpHeader.ETAG, file.etag());
        headers.put(HttpHeader.VARY, "Accept-Encoding");
        if (file.etag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        boolean zipped = acceptsGzip(request);
        if (zipped) {
            headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        byte[] body = zipped ? file.gzipped() : file.bytes();
        Replies.send(response, callback, HttpStatus.OK_200, file.contentType(), body);
    }

    private static boolean acceptsGzip(Request request) {
        HttpField accepted = request.getHeaders().getField(HttpHeader.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
