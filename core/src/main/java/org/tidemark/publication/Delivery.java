package org.tidemark.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one file delivers of one source, as far as it tells which of two files is the later vintage.
 *
 * <p>A file that has a date is as old as that. One that has none is not older than its newest figure: it cannot have held
 * it before it was public. So of two undated files the one that reaches further is the later.
 *
 * @param load hash of the file
 * @param filed the file's own date; null when it has none
 * @param newest when the newest figure in it usually becomes public; null when nothing tells
 * @param rank order of the files of one run of which the dates are the same; {@link #EARLIER_RUN} of what was there before
 */
public record Delivery(String load, @Nullable Instant filed, @Nullable Instant newest, int rank)
        implements Comparable<Delivery> {
    /** Rank of what was delivered before this run, and so was received before all that is in it. */
    public static final int EARLIER_RUN = -1;

    /** No publisher is silent for so long and then goes on in the same file: a year is mistyped. */
    private static final Duration GAP_MAX = Duration.ofDays(11 * 366L);

    private static final Comparator<Delivery> ORDER =
            Comparator.comparing(Delivery::date).thenComparing(Delivery::rank).thenComparing(Delivery::load);

    /** The file's own date, else that of its newest figure. */
    public Instant date() {
        return filed != null ? filed : newest != null ? newest : Instant.MIN;
    }

    /** The newest of the usual dates in a file, without those that lie years after all others. */
    public static Optional<Instant> newestOf(Collection<Instant> usual) {
        Iterator<Instant> latestFirst = new TreeSet<>(usual).descendingIterator();
        Instant newest = null;
        while (latestFirst.hasNext()) {
            Instant next = latestFirst.next();
            if (newest != null && Duration.between(next, newest).compareTo(GAP_MAX) <= 0) {
                return Optional.of(newest);
            }
            newest = next;
        }
        // The oldest is left, or the only one.
        return Optional.ofNullable(newest);
    }

    @Override
    public int compareTo(Delivery other) {
        return ORDER.compare(this, other);
    }
}
