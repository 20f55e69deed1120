package org.tidemark.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers that hold no thread while a client takes them, and the headers that every answer of the port carries. */
public final class Replies {
    static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonEscapes.factory());

    private Replies() {}

    /** Puts the headers onto an answer, that of an error too. */
    static void secure(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    /** Sends {@code {"error": message}} on one line. */
    static void error(Response response, Callback callback, int status, String message) {
        send(response, callback, status, JSON, bytes(json(Map.of("error", message)) + "\n"));
    }

    /** Sends a whole answer; the thread goes on at once, whatever the client does. */
    static void send(Response response, Callback callback, int status, String contentType, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A value as JSON on one line. */
    public static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings in maps are always JSON", e);
        }
    }
}
