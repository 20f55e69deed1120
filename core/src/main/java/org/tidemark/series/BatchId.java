package org.tidemark.series;

import java.time.Instant;
import java.util.Comparator;

/**
 * What is sent, counted and applied as a whole within one economy: the figures of one release that one load carries.
 *
 * <p>{@code load} is the hash of what was loaded, so sending the same file again means the same batch, and what a dead
 * producer left half done is completed instead of doubled.
 *
 * @param source stable id of the publisher
 * @param release stable id of the release
 * @param published the instant the world could know it
 * @param load hash of the content that was loaded, hexadecimal
 */
public record BatchId(String source, String release, Instant published, String load) implements Comparable<BatchId> {
    private static final Comparator<BatchId> ORDER = Comparator.comparing(BatchId::published)
            .thenComparing(BatchId::source)
            .thenComparing(BatchId::release)
            .thenComparing(BatchId::load);

    @Override
    public int compareTo(BatchId other) {
        return ORDER.compare(this, other);
    }
}
