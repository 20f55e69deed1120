package org.tidemark.release;

import java.util.Map;

/** Counts by reason or outcome. */
final class Counts {
    private Counts() {}

    /**
     * {@code start} and all of them together.
     *
     * @throws IllegalArgumentException when one is below 0, as it would make up for another that is too high, or when
     *     they are too many to count
     */
    static long sum(long start, Map<?, ? extends Number> counts) {
        long sum = start;
        for (Number count : counts.values()) {
            sum += count.longValue();
            if (count.longValue() < 0 || sum < start) {
                throw new IllegalArgumentException(
                        "counts %s: each must be 0 or more, and their sum a 64-bit number".formatted(counts));
            }
        }
        return sum;
    }
}
