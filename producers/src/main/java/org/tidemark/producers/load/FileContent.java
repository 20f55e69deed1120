package org.tidemark.producers.load;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.validate.RejectReason;

/**
 * What one file said.
 *
 * @param name of the file
 * @param format that read it
 * @param hash of its bytes, its date and the format, hexadecimal
 * @param filed date of the file; null when nothing tells
 * @param bySource figures of each source in the order of the file, sources in the order of their ids
 * @param copied how many of them stand for another economy and are not in the file itself
 * @param skipped cells without a figure, by reason
 * @param rejected what made no sense, by reason
 * @param remarks how it was read, where that is not how its publisher writes it
 */
record FileContent(
        String name,
        String format,
        String hash,
        @Nullable Instant filed,
        SortedMap<String, List<StatedFigure>> bySource,
        int copied,
        SortedMap<SkipReason, Long> skipped,
        SortedMap<RejectReason, Long> rejected,
        List<String> remarks) {}
