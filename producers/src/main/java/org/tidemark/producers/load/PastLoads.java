package org.tidemark.producers.load;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.release.Load;

/** What has been loaded before, as far as the next file's publication depends on it. Grows as files are planned. */
public final class PastLoads {
    private final List<Load> noted;
    private final Map<String, Map<String, Instant>> coveredSince = new HashMap<>();
    private final Map<String, Map<String, Boolean>> wholeBySource = new HashMap<>();

    /**
     * Takes what was noted.
     *
     * @param loads in the order in which they were noted, open and closed
     */
    public PastLoads(Collection<Load> loads) {
        noted = List.copyOf(loads);
        for (Load load : loads) {
            boolean whole = load.closed() && !load.skipped().containsKey(LoadReport.LEFT_OUT);
            wholeBySource.computeIfAbsent(load.load(), l -> new HashMap<>()).put(load.source(), whole);
            cover(load.source(), coveredSince(load));
        }
    }

    /** All that was noted, in that order. */
    List<Load> noted() {
        return noted;
    }

    /** As the run that loaded it counted; an undated file of which an older program did not note it covers always. */
    private static Map<String, Instant> coveredSince(Load load) {
        if (load.coveredSince() != null) {
            return load.coveredSince();
        }
        Instant since = load.filed() == null ? Instant.MIN : load.filed();
        return load.economies().stream().collect(Collectors.toMap(economy -> economy, economy -> since));
    }

    /** Notes since when a file covers each economy. */
    void cover(String source, Map<String, Instant> since) {
        Map<String, Instant> covered = coveredSince.computeIfAbsent(source, s -> new HashMap<>());
        since.forEach((economy, at) -> covered.merge(economy, at, (a, b) -> a.isBefore(b) ? a : b));
    }

    /** Economies that files of the source covered before a date. */
    SortedSet<String> economiesBefore(String source, Instant filed) {
        SortedSet<String> economies = new TreeSet<>();
        coveredSince.getOrDefault(source, Map.of()).forEach((economy, since) -> {
            if (since.isBefore(filed)) {
                economies.add(economy);
            }
        });
        return economies;
    }

    /** Whether a file of that hash has been loaded to its end for all of its sources, and nothing of it left out. */
    boolean isWhole(String hash) {
        Map<String, Boolean> bySource = wholeBySource.getOrDefault(hash, Map.of());
        return !bySource.isEmpty() && !bySource.containsValue(false);
    }
}
