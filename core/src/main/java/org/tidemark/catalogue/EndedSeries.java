package org.tidemark.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that its publisher asks for no more: what is held of it stays, and nothing is awaited.
 *
 * @param indicator that ended
 * @param last day that a figure can be about
 * @param successor that is asked instead, which is another question; null where there is none
 */
public record EndedSeries(String indicator, LocalDate last, @Nullable String successor) {
    /** In one line, for people. */
    public String words() {
        return successor == null
                ? "ended %s".formatted(last)
                : "ended %s; since then the question is %s".formatted(last, successor);
    }
}
