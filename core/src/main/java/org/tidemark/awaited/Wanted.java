package org.tidemark.awaited;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;

/**
 * What is asked for of what is awaited: of all else nothing is worked out.
 *
 * @param economy whose estimates
 * @param measure of the estimates
 * @param source whose releases
 * @param asOf the instant that nothing is known after
 */
public record Wanted(Predicate<String> economy, Predicate<String> measure, Predicate<String> source, Instant asOf) {
    /** The day that it is told on. */
    public LocalDate today() {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }
}
