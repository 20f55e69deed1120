package org.tidemark.catalogue;

import java.time.DateTimeException;
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
    /**
     * Reads what an entry of the catalogue says.
     *
     * @throws IllegalArgumentException when that is no day
     */
    static EndedSeries parse(String indicator, @Nullable String last, @Nullable String successor) {
        try {
            return new EndedSeries(indicator, LocalDate.parse(String.valueOf(last)), successor);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "catalogue: indicator %s: ended '%s' is no day; write the last one that a figure is about, such as 2025-10-31"
                            .formatted(indicator, last),
                    e);
        }
    }

    /** In one line, for people. */
    public String words() {
        return successor == null
                ? "ended %s".formatted(last)
                : "ended %s; since then the question is %s".formatted(last, successor);
    }
}
