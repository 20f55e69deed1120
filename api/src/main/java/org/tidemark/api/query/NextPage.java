package org.tidemark.api.query;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a client goes on: to the page after this one, or with what it has. */
final class NextPage {
    private NextPage() {}

    /** The same question from the end of this page on, as a path. */
    static String after(Context ctx, Cursor end) {
        Map<String, String> query = new TreeMap<>();
        ctx.queryParamMap().forEach((name, values) -> query.put(name, values.get(0)));
        query.put(Parameters.AFTER, end.written());
        return query.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", ctx.path() + "?", ""));
    }

    /** Says the tag of an answer, and whether the client has an answer of that tag. */
    static boolean isKnown(Context ctx, String tag) {
        ctx.header(Listing.ETAG, tag);
        String known = ctx.header("If-None-Match");
        return known != null
                && Stream.of(known.split(",", 50))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || weak(one).equals(tag));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }
}
