package org.tidemark.series;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A producer's word that it has sent all of an instant, and of every instant before it, that it is going to send. It stands
 * on each partition behind the last record of the instant: what crosses economies waits until it has come from all of them.
 *
 * @param run the producer's run, whose words are counted together
 * @param published the instant
 * @param partition on which it stands
 * @param partitions how many there are
 * @param last whether the run is over with it
 */
public record Watermark(String run, Instant published, int partition, int partitions, boolean last) {
    /** The same word for each partition. */
    public static List<Watermark> onEach(String run, Instant published, int partitions, boolean last) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new Watermark(run, published, partition, partitions, last))
                .toList();
    }

    public Watermark {
        if (partition < 0 || partition >= partitions) {
            throw new IllegalArgumentException(
                    "closing of %s: partition %d of %d".formatted(published, partition, partitions));
        }
    }
}
