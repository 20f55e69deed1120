package org.tidemark.streams.app;

/**
 * Whether something is well, and if not, why.
 *
 * @param why one line; says what is well when it is
 */
public record Health(boolean well, String why) {
    static Health well(String why) {
        return new Health(true, why);
    }

    static Health ill(String why) {
        return new Health(false, why);
    }
}
