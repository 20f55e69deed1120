package org.tidemark.producers.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.validate.RejectReason;

/**
 * What one file said.
 *
 * @param name of the file
 * @param format that read it
 * @param hash of its bytes and of the format, hexadecimal
 * @param filed date of the file; null when nothing tells
 * @param figures in the order of the file
 * @param skipped cells without a figure, by reason
 * @param rejected what made no sense, by reason
 */
record FileContent(
        String name,
        String format,
        String hash,
        @Nullable Instant filed,
        List<StatedFigure> figures,
        SortedMap<SkipReason, Long> skipped,
        SortedMap<RejectReason, Long> rejected) {

    /** The figures of each source, sources in the order of their ids. */
    SortedMap<String, List<StatedFigure>> bySource() {
        return figures.stream()
                .collect(Collectors.groupingBy(f -> f.figure().series().source(), TreeMap::new, Collectors.toList()));
    }

    static SortedMap<String, Long> named(Map<SkipReason, Long> counts) {
        SortedMap<String, Long> named = new TreeMap<>();
        counts.forEach((reason, count) -> named.put(reason.name(), count));
        return named;
    }
}
