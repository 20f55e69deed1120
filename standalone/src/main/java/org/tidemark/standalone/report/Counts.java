package org.tidemark.standalone.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.release.WithdrawalCount;
import org.tidemark.revise.Outcome;
import org.tidemark.series.BatchId;
import org.tidemark.validate.RejectReason;

/**
 * What became of everything that was read. Read = skipped + accepted + duplicate + revised + late + withdrawn +
 * quarantined + rejected; whether that holds is part of the result, not an assumption.
 *
 * @param outcomes figures by what they did, zeros included
 * @param withdrawnByAbsence counted apart: nobody sent them
 */
public record Counts(
        long read,
        SortedMap<String, Long> skipped,
        SortedMap<Outcome, Long> outcomes,
        SortedMap<String, Long> rejected,
        long withdrawnByAbsence) {

    private record Part(String source, String load) {}

    private record Release(String economy, BatchId batch) {
        /** The one of which another has taken something back. */
        static Release of(ReleaseOutcome other, WithdrawalCount taken) {
            BatchId batch = other.batch();
            return new Release(
                    other.economy(), new BatchId(batch.source(), taken.release(), batch.published(), taken.load()));
        }
    }

    /**
     * Of loads that have ended. What a producer that died has left of others is not counted, and of a file that was sent
     * again, whole or to complete it, only what each release did first: the rest are duplicates of itself.
     */
    public static Counts of(Collection<Load> loads, Collection<ReleaseOutcome> releases) {
        SortedMap<String, Long> skipped = new TreeMap<>();
        SortedMap<String, Long> rejected = new TreeMap<>();
        long read = 0;
        for (Load load : loads) {
            read += load.read();
            load.skipped().forEach((reason, n) -> skipped.merge(reason, n, Long::sum));
            load.rejected().forEach((reason, n) -> rejected.merge(reason.name(), n, Long::sum));
        }
        SortedMap<Outcome, Long> outcomes = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.CONFLICTING) {
                outcomes.put(outcome, 0L);
            }
        }
        long absent = 0;
        Map<Release, ReleaseOutcome> first = firstOfEach(loads, releases);
        for (ReleaseOutcome release : first.values()) {
            release.outcomes().forEach((outcome, n) -> outcomes.merge(outcome, (long) n, Long::sum));
            release.rejected().forEach((reason, n) -> rejected.merge(reason.name(), (long) n, Long::sum));
            absent += release.withdrawnByAbsence();
        }
        // Whoever takes something back may be of another load, or of one that never ended.
        releases.forEach(release -> release.takenBack().stream()
                .filter(taken -> first.containsKey(Release.of(release, taken)))
                .forEach(taken -> takeBack(taken, outcomes, rejected)));
        return new Counts(read, skipped, outcomes, rejected, absent);
    }

    /** Both of two values that contradict each other are refused, also the one that was counted before. */
    private static void takeBack(
            WithdrawalCount taken, SortedMap<Outcome, Long> outcomes, SortedMap<String, Long> rejected) {
        outcomes.merge(taken.outcome(), (long) -taken.count(), Long::sum);
        rejected.merge(RejectReason.CONFLICTING.name(), (long) taken.count(), Long::sum);
    }

    private static Map<Release, ReleaseOutcome> firstOfEach(
            Collection<Load> loads, Collection<ReleaseOutcome> releases) {
        Set<Part> ended = new HashSet<>();
        loads.forEach(load -> ended.add(new Part(load.source(), load.load())));
        Map<Release, ReleaseOutcome> first = new LinkedHashMap<>();
        for (ReleaseOutcome release : releases) {
            BatchId batch = release.batch();
            if (ended.contains(new Part(batch.source(), batch.load()))) {
                first.putIfAbsent(new Release(release.economy(), batch), release);
            }
        }
        return first;
    }

    /** Whether everything that was read has exactly one end. */
    public boolean addUp() {
        return read == sum(skipped) + sum(outcomes) + sum(rejected);
    }

    /** One line for people. */
    public String line() {
        StringBuilder line = new StringBuilder(counted(read, "read"));
        outcomes.forEach((outcome, n) -> {
            if (n > 0) {
                line.append(", ").append(counted(n, written(outcome)));
            }
        });
        line.append(", ").append(counted(sum(skipped), "skipped"));
        line.append(", ").append(counted(sum(rejected), "rejected"));
        if (withdrawnByAbsence > 0) {
            line.append(", ").append(counted(withdrawnByAbsence, "withdrawn by absence"));
        }
        return line.append(addUp() ? "" : "; THESE DO NOT ADD UP").toString();
    }

    /** An outcome as it is written for people and programs. */
    public static String written(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String counted(long n, String what) {
        return String.format(Locale.ROOT, "%,d %s", n, what);
    }

    private static long sum(SortedMap<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
