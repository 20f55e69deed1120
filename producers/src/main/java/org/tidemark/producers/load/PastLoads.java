package org.tidemark.producers.load;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.release.Load;

/** What has been loaded before, as far as the next file's publication depends on it. Grows as files are planned. */
public final class PastLoads {
    private final Map<String, Instant> firstFiled = new HashMap<>();
    private final Map<String, SortedSet<String>> economies = new HashMap<>();
    private final Set<String> whole = new HashSet<>();

    public PastLoads(Collection<Load> loads) {
        loads.stream().filter(Load::closed).forEach(load -> whole.add(load.load()));
        loads.forEach(load -> remember(load.source(), load.filed(), load.economies()));
    }

    void remember(String source, @Nullable Instant filed, Collection<String> covered) {
        if (filed != null) {
            firstFiled.merge(source, filed, (a, b) -> a.isBefore(b) ? a : b);
        }
        economies.computeIfAbsent(source, s -> new TreeSet<>()).addAll(covered);
    }

    /** Whether a file of that date is of the source's first delivery; files of one date are one delivery. */
    boolean isFirst(String source, @Nullable Instant filed) {
        Instant first = firstFiled.get(source);
        return filed == null || first == null || !filed.isAfter(first);
    }

    /** Economies that the source has ever covered. */
    SortedSet<String> economies(String source) {
        return economies.getOrDefault(source, new TreeSet<>());
    }

    /** Whether a file of that hash has been loaded to its end. */
    boolean isWhole(String hash) {
        return whole.contains(hash);
    }
}
