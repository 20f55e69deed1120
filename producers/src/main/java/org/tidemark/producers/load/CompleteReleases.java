package org.tidemark.producers.load;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.series.BatchId;

/** Releases that hold all that their source still stands by, so that what they leave out is withdrawn. */
final class CompleteReleases {
    private static final Comparator<Delivery> ORDER =
            Comparator.comparing(Delivery::source).thenComparing(Delivery::filed);

    private final Map<Delivery, Files> deliveries = new TreeMap<>(ORDER);

    private record Delivery(String source, Instant filed) {}

    private record Files(SortedSet<String> loads, SortedSet<String> economies) {}

    /** Where the closings go. */
    @FunctionalInterface
    interface Shipments {
        ReleaseBatch of(String economy, BatchId batch);
    }

    void add(String source, Instant filed, String load, SortedSet<String> economies) {
        Files files = deliveries.computeIfAbsent(
                new Delivery(source, filed), d -> new Files(new TreeSet<>(), new TreeSet<>()));
        files.loads().add(load);
        files.economies().addAll(economies);
    }

    /** Marks the closings, also of economies that a source used to cover and no longer does. */
    void mark(PastLoads past, Shipments shipments) {
        deliveries.forEach((delivery, files) -> {
            String source = delivery.source();
            Instant filed = delivery.filed();
            SortedSet<String> economies = past.economiesBefore(source, filed);
            economies.addAll(files.economies());
            // Of several files of one date only the last to be closed is complete: before it the others are not there.
            BatchId last = new BatchId(
                    source, Releases.at(source, filed), filed, files.loads().last());
            economies.forEach(economy -> shipments.of(economy, last).markComplete());
        });
    }
}
