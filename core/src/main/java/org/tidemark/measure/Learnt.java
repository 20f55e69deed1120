package org.tidemark.measure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a series teaches of itself, such as its noises, from its first points up to a size of a fixed grid, so that a long
 * series that grows by one point is not fitted anew.
 *
 * @param <L> of what is learnt
 */
final class Learnt<L> {
    /** Up to so many points all of them teach. */
    private static final int ALL_UP_TO = 64;
    /** Beyond, each size of the grid is by a sixteenth more than the one before. */
    private static final int GRID = 16;

    private int of;
    private @Nullable L learnt;

    /** How many of so many points teach. */
    static int from(int points) {
        int size = Math.min(points, ALL_UP_TO);
        while (size >= ALL_UP_TO && size + size / GRID <= points) {
            size += size / GRID;
        }
        return size;
    }

    /** Whether it is another one than of points of which so many at the beginning are the same. */
    boolean isStale(int teaching, int same) {
        return learnt == null || of != teaching || same < teaching;
    }

    void learn(int teaching, L now) {
        of = teaching;
        learnt = now;
    }

    L get() {
        return Objects.requireNonNull(learnt, "learnt before it is asked for");
    }
}
