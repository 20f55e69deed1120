package org.tidemark.producers.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.load.BatchKey;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;

/**
 * Where a record of the observations topic stands in history. Figures and closings stand with their release; any other
 * record behind the releases of its instant and key, as it came.
 *
 * @param at its timestamp, which is {@code published}
 * @param key as text
 * @param release null for a record that belongs to none
 * @param partition of a record that belongs to no release, else -1
 */
record Place(Instant at, String key, @Nullable BatchKey release, int partition) implements Comparable<Place> {
    private static final int ANY = -1;
    // The order of releases is that of BatchKey, of which instant and economy come first here too.
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::at)
            .thenComparing(Place::key)
            .thenComparing(Place::release, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Place::partition);

    /**
     * The place of a record.
     *
     * @param event what it holds; null when that cannot be read
     */
    static Place of(TopicRecord record, @Nullable Event event) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        boolean ofRelease = event instanceof Observation || event instanceof ReleaseEnd;
        // What contradicts its own address will be refused, and counts in no release.
        if (event != null
                && ofRelease
                && event.economy().equals(key)
                && event.batch().published().equals(at)) {
            return new Place(at, key, new BatchKey(key, event.batch()), ANY);
        }
        return new Place(at, key, null, record.partition());
    }

    boolean isOfTheInstantOf(Place other) {
        return at.equals(other.at) && key.equals(other.key);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
