package org.tidemark.api.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens and whom it answers.
 *
 * @param host address to listen on
 * @param names names beside the loopback ones under which it may be asked
 * @param bounds what one client may take
 * @param tokens who may write and decide; null where nobody may
 * @param readers who may read, beside those who may decide; null where everybody may
 * @param pushers who may send figures, and ask what became of theirs; null where nobody may
 */
public record HttpSettings(
        String host,
        Set<String> names,
        Bounds bounds,
        @Nullable Tokens tokens,
        @Nullable Tokens readers,
        @Nullable Tokens pushers) {
    /** Everybody may read, and nobody write. */
    public HttpSettings(String host, Set<String> names, Bounds bounds) {
        this(host, names, bounds, null, null, null);
    }

    public HttpSettings {
        names = Set.copyOf(names);
    }

    /** Asked by its loopback names and its address only, with the usual bounds. */
    public static HttpSettings on(String host) {
        return new HttpSettings(host, Set.of(), Bounds.DEFAULT);
    }

    /** The same, where those with a token may write. */
    public HttpSettings withTokens(@Nullable Tokens others) {
        return new HttpSettings(host, names, bounds, others, readers, pushers);
    }

    /** The same, where only those with a token may read. */
    public HttpSettings withReaders(@Nullable Tokens others) {
        return new HttpSettings(host, names, bounds, tokens, others, pushers);
    }

    /** The same, where those with a token may send figures. */
    public HttpSettings withPushers(@Nullable Tokens others) {
        return new HttpSettings(host, names, bounds, tokens, readers, others);
    }

    /** The same, asked by further names too. */
    public HttpSettings withNames(Set<String> further) {
        return new HttpSettings(host, further, bounds, tokens, readers, pushers);
    }
}
