package org.tidemark.producers.watch;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer of a publisher as the watches of a cluster know it.
 *
 * @param received to the second: whoever publishes the answer dates it by this
 * @param hash of its bytes, hexadecimal
 * @param figures how many it has
 * @param due when the publisher may be asked again
 * @param published false while it is being published
 */
public record SharedAnswer(
        Instant received, String hash, long figures, String etag, String lastModified, Instant due, boolean published) {
    /** As words. */
    public SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("received", received.toString());
        values.put("hash", hash);
        values.put("figures", Long.toString(figures));
        values.put("etag", etag);
        values.put("last_modified", lastModified);
        values.put("due", due.toString());
        values.put("published", Boolean.toString(published));
        return values;
    }

    /**
     * Reads what {@link #values} has written.
     *
     * @throws java.time.DateTimeException or {@link NumberFormatException} where it is something else
     */
    public static SharedAnswer of(SortedMap<String, String> values) {
        return new SharedAnswer(
                Instant.parse(values.getOrDefault("received", Instant.EPOCH.toString())),
                values.getOrDefault("hash", ""),
                Long.parseLong(values.getOrDefault("figures", "0")),
                values.getOrDefault("etag", ""),
                values.getOrDefault("last_modified", ""),
                Instant.parse(values.getOrDefault("due", Instant.EPOCH.toString())),
                Boolean.parseBoolean(values.getOrDefault("published", "false")));
    }

    SharedAnswer done() {
        return new SharedAnswer(received, hash, figures, etag, lastModified, due, true);
    }

    SharedAnswer dueAt(Instant instant) {
        return new SharedAnswer(received, hash, figures, etag, lastModified, instant, published);
    }
}
