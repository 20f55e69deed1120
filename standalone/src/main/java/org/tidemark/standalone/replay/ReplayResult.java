package org.tidemark.standalone.replay;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tidemark.alert.AlertEvent;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.judge.Assessment;
import org.tidemark.news.News;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.standalone.quarantine.Quarantine;
import org.tidemark.standalone.report.Counts;
import org.tidemark.standalone.report.Refusals;
import org.tidemark.validate.Rejection;

/** What a replay said, in an order that does not depend on partitions, threads or arrival. */
record ReplayResult(
        LoadReport report,
        List<Estimate> estimates,
        List<News> news,
        List<Assessment> judgements,
        List<AlertEvent> alerts,
        List<Rejection> rejections,
        List<SmoothedPath> smoothed,
        Counts counts) {
    private static final Comparator<Rejection> BY_ORIGIN = Comparator.comparing(
                    Rejection::published, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rejection::source, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rejection::economy, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rejection::release, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Rejection::reason)
            .thenComparing(Rejection::detail)
            .thenComparing(Rejection::place)
            .thenComparing(Rejection::original, Arrays::compare);

    /**
     * Puts in order what was said.
     *
     * @param smoothed the path of each cell as it is seen from the end
     */
    static ReplayResult of(LoadReport report, Said said, List<SmoothedPath> smoothed) {
        return new ReplayResult(
                report,
                inOrder(said.estimates(), Estimate::key, Estimate::asOf),
                inOrder(said.news(), News::key, News::asOf),
                Quarantine.latest(said.judgements()),
                // Those of one alert are in their order: they lie on one partition, and the sort is stable.
                said.alerts().stream()
                        .sorted(Comparator.comparing(AlertEvent::asOf).thenComparing(AlertEvent::key))
                        .toList(),
                said.rejections().stream().sorted(BY_ORIGIN).toList(),
                smoothed.stream()
                        .sorted(Comparator.comparing(SmoothedPath::key))
                        .toList(),
                Counts.of(report.loads(), said.releases()));
    }

    /** What was refused, for whoever has to mend it. */
    Refusals refused() {
        Refusals refused = new Refusals();
        rejections.forEach(refused::add);
        return refused;
    }

    /** By instant, then by cell. What was said twice of one instant is kept as it was said last. */
    private static <T> List<T> inOrder(List<T> said, Function<T, EstimateKey> key, Function<T, Instant> asOf) {
        Map<String, T> last = new TreeMap<>();
        said.forEach(s -> last.put(asOf.apply(s).toEpochMilli() + "|" + key.apply(s), s));
        return last.values().stream()
                .sorted(Comparator.comparing(asOf).thenComparing(key))
                .toList();
    }
}
