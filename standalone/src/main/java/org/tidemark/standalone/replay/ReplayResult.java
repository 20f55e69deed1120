package org.tidemark.standalone.replay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.estimate.Estimate;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.standalone.report.Counts;
import org.tidemark.validate.Rejection;

/** What a replay said, in an order that does not depend on partitions, threads or arrival. */
record ReplayResult(LoadReport report, List<Estimate> estimates, List<Rejection> rejections, Counts counts) {
    private static final Comparator<Rejection> BY_ORIGIN = Comparator.comparing(
                    Rejection::published, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rejection::source, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rejection::economy, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rejection::release, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rejection::reason)
            .thenComparing(Rejection::detail)
            .thenComparing(Rejection::place)
            .thenComparing(Rejection::original, Arrays::compare);

    static ReplayResult of(
            LoadReport report, List<Estimate> said, List<Rejection> rejected, List<ReleaseOutcome> releases) {
        return new ReplayResult(
                report,
                inOrder(said),
                rejected.stream().sorted(BY_ORIGIN).toList(),
                Counts.of(report.loads(), releases));
    }

    /** By instant, then by cell. What was said twice of one instant is kept as it was said last. */
    private static List<Estimate> inOrder(List<Estimate> said) {
        Map<String, Estimate> last = new TreeMap<>();
        said.forEach(e -> last.put(e.asOf().toEpochMilli() + "|" + e.key(), e));
        return last.values().stream()
                .sorted(Comparator.comparing(Estimate::asOf).thenComparing(Estimate::key))
                .toList();
    }
}
