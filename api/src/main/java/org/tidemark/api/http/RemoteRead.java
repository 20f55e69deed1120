package org.tidemark.api.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;

/** The one page that is asked by POST and only read: Prometheus' remote-read protocol asks so. */
public final class RemoteRead {
    /** Where it is asked. */
    public static final String PATH = "/api/v1/prometheus/read";

    /** Of requests and answers. */
    public static final String TYPE = "application/x-protobuf";

    /** Of both too: snappy's block format. */
    public static final String ENCODING = "snappy";

    private static final int UNSUPPORTED = 415;

    private RemoteRead() {}

    static boolean isAsked(String method, String path) {
        return method.equals("POST") && Vitals.page(path).equals(PATH);
    }

    /** No form of a page of another site can send that. */
    static void requireForm(Context ctx) {
        String type = ctx.contentType();
        if (type == null || !type.strip().startsWith(TYPE) || !ENCODING.equals(ctx.header("Content-Encoding"))) {
            throw new HttpResponseException(
                    UNSUPPORTED,
                    "this is Prometheus' remote read: Content-Type: %s and Content-Encoding: %s"
                            .formatted(TYPE, ENCODING));
        }
    }
}
