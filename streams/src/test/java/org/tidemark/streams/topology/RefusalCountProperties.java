package org.tidemark.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** Whatever mixture of good and bad rows arrives, however often: topic, metric, API and the counts of the releases agree. */
class RefusalCountProperties {
    /**
     * One attempt at a load.
     *
     * @param sent how many of its records are sent before it dies; all of them when that is more than there are
     */
    record Attempt(int load, int sent) {}

    @Provide
    Arbitrary<List<List<Double>>> loads() {
        // Good, good otherwise, out of range; the figures of all loads are of the same periods and instant.
        Arbitrary<Double> value = Arbitraries.of(9.5, 9.75, 950.0, -3.0);
        return value.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 8))
                .as(Attempt::new)
                .list()
                .ofMaxSize(10);
    }

    @Property(tries = 60)
    @Label(
            "R-rejected-doubled, B09, D07: topic, metric, API and outcomes agree on any mixture, sent in any number of attempts")
    void allCountsAgree(@ForAll("loads") List<List<Double>> loads, @ForAll("attempts") List<Attempt> attempts) {
        List<ReleaseSent> releases = new ArrayList<>();
        for (List<Double> values : loads) {
            ReleaseSent release = ReleaseSent.of("EUROSTAT", "2024-05-17").load("load-" + releases.size());
            for (int i = 0; i < values.size(); i++) {
                release = release.figure(Integer.toString(2010 + i % 4), values.get(i));
            }
            releases.add(release);
        }
        try (Flow flow = new Flow(StoreKind.MEMORY)) {
            for (Attempt attempt : attempts) {
                List<org.tidemark.series.Event> events =
                        releases.get(attempt.load() % releases.size()).events();
                flow.send(events.subList(0, Math.min(attempt.sent(), events.size())));
            }
            releases.forEach(flow::send);

            List<ReleaseOutcome> outcomes = flow.outcomes();
            List<Rejection> topic = flow.rejections();
            SortedMap<RejectReason, Long> onTopic = byReason(topic);
            assertThat(topic).extracting(Rejection::id).doesNotHaveDuplicates();
            assertThat(metric(flow)).isEqualTo(onTopic);
            assertThat(api(flow)).isEqualTo(onTopic);
            assertThat(counted(outcomes)).isEqualTo(onTopic);
            assertThat(read(outcomes))
                    .isEqualTo(loads.stream().mapToLong(List::size).sum());
        }
    }

    private static SortedMap<RejectReason, Long> byReason(List<Rejection> rejections) {
        SortedMap<RejectReason, Long> counts = new TreeMap<>();
        rejections.forEach(r -> counts.merge(r.reason(), 1L, Long::sum));
        return counts;
    }

    private static SortedMap<RejectReason, Long> metric(Flow flow) {
        SortedMap<RejectReason, Long> counts = new TreeMap<>();
        flow.refusals()
                .counts()
                .values()
                .forEach(byReason -> byReason.forEach((reason, n) -> {
                    if (n > 0) {
                        counts.merge(reason, n, Long::sum);
                    }
                }));
        return counts;
    }

    private static SortedMap<RejectReason, Long> api(Flow flow) {
        List<Rejection> rows = new ArrayList<>();
        flow.refusals().each(kept -> rows.add(kept.rejection()));
        return byReason(rows);
    }

    private static Map<BatchId, ReleaseOutcome> firsts(List<ReleaseOutcome> outcomes) {
        Map<BatchId, ReleaseOutcome> first = new LinkedHashMap<>();
        outcomes.forEach(o -> first.putIfAbsent(o.batch(), o));
        return first;
    }

    /** As a summary counts it: of each release what it did first, and what another has taken back of it. */
    private static SortedMap<RejectReason, Long> counted(List<ReleaseOutcome> outcomes) {
        SortedMap<RejectReason, Long> counts = new TreeMap<>();
        firsts(outcomes).values().forEach(o -> {
            o.rejected().forEach((reason, n) -> counts.merge(reason, (long) n, Long::sum));
            o.takenBack().forEach(t -> counts.merge(RejectReason.CONFLICTING, (long) t.count(), Long::sum));
        });
        return counts;
    }

    /** Every row has one end, and nothing is taken back that was not there. */
    private static long read(List<ReleaseOutcome> outcomes) {
        Map<Outcome, Long> left = new HashMap<>();
        long taken = 0;
        for (ReleaseOutcome o : firsts(outcomes).values()) {
            o.outcomes().forEach((outcome, n) -> left.merge(outcome, (long) n, Long::sum));
            for (var t : o.takenBack()) {
                left.merge(t.outcome(), (long) -t.count(), Long::sum);
                taken += t.count();
            }
        }
        assertThat(left.values()).allSatisfy(n -> assertThat(n).isNotNegative());
        long rejected = firsts(outcomes).values().stream()
                .flatMap(o -> o.rejected().values().stream())
                .mapToLong(Integer::longValue)
                .sum();
        return left.values().stream().mapToLong(Long::longValue).sum() + taken + rejected;
    }
}
