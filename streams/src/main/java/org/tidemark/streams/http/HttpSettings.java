package org.tidemark.streams.http;

import java.util.Set;

/**
 * Where the server listens and whom it answers.
 *
 * @param host address to listen on
 * @param names names beside the loopback ones under which it may be asked
 * @param bounds what one client may take
 */
public record HttpSettings(String host, Set<String> names, Bounds bounds) {
    public HttpSettings {
        names = Set.copyOf(names);
    }

    /** Asked by its loopback names and its address only, with the usual bounds. */
    public static HttpSettings on(String host) {
        return new HttpSettings(host, Set.of(), Bounds.DEFAULT);
    }

    /** The same, asked by further names too. */
    public HttpSettings withNames(Set<String> further) {
        return new HttpSettings(host, further, bounds);
    }
}
