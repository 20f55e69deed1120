package org.tidemark.standalone.report;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.revise.Outcome;

/**
 * What became of everything that was read. Read = skipped + accepted + duplicate + revised + late + withdrawn +
 * quarantined + rejected; whether that holds is part of the result, not an assumption.
 *
 * @param outcomes figures by what they did, zeros included
 * @param quarantined always 0 until releases are judged as a whole
 * @param withdrawnByAbsence counted apart: nobody sent them
 */
public record Counts(
        long read,
        SortedMap<String, Long> skipped,
        SortedMap<Outcome, Long> outcomes,
        long quarantined,
        SortedMap<String, Long> rejected,
        long withdrawnByAbsence) {

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
        for (ReleaseOutcome release : releases) {
            release.outcomes().forEach((outcome, n) -> outcomes.merge(outcome, (long) n, Long::sum));
            release.rejected().forEach((reason, n) -> rejected.merge(reason.name(), (long) n, Long::sum));
            absent += release.withdrawnByAbsence();
        }
        return new Counts(read, skipped, outcomes, 0, rejected, absent);
    }

    /** Whether everything that was read has exactly one end. */
    public boolean addUp() {
        return read == sum(skipped) + sum(outcomes) + quarantined + sum(rejected);
    }

    /** One line for people. */
    public String line() {
        StringBuilder line = new StringBuilder("%,d read".formatted(read));
        outcomes.forEach((outcome, n) -> {
            if (n > 0) {
                line.append(", %,d %s".formatted(n, outcome.name().toLowerCase(java.util.Locale.ROOT)));
            }
        });
        line.append(", %,d skipped, %,d rejected".formatted(sum(skipped), sum(rejected)));
        if (withdrawnByAbsence > 0) {
            line.append(", %,d withdrawn by absence".formatted(withdrawnByAbsence));
        }
        return line.append(addUp() ? "" : "; THESE DO NOT ADD UP").toString();
    }

    private static long sum(SortedMap<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
