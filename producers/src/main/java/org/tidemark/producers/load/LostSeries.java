package org.tidemark.producers.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.publication.Delivery;
import org.tidemark.release.Load;
import org.tidemark.series.SeriesId;

/**
 * Tells what the newest file of a source no longer has and the one before it had: an indicator of which no economy is left, an
 * economy of which no indicator is. A publisher who renames a code is not heard of otherwise. A shorter file says the same, so
 * it is a word to the user and refuses nothing.
 */
final class LostSeries {
    private static final int NAMED_MAX = 5;

    /**
     * What one file held.
     *
     * @param delivery null of a file of an earlier run
     */
    private record Held(
            String source, String format, String file, String load, @Nullable Delivery delivery, Set<SeriesId> series) {
        boolean hasAnyOf(Set<SeriesId> others) {
            return series.stream().anyMatch(others::contains);
        }

        boolean isOfOneDateWith(Held other) {
            Delivery mine = delivery;
            Delivery theirs = other.delivery;
            return mine != null
                    && theirs != null
                    && mine.filed() != null
                    && Objects.equals(mine.filed(), theirs.filed());
        }
    }

    private LostSeries() {}

    /**
     * A line for each source and format of this run that has lost something.
     *
     * @param noted loads of earlier runs, in the order in which they were noted
     * @param parts of this run, in the order of their dates
     */
    static List<String> remarks(Collection<Load> noted, List<Part> parts) {
        Map<String, List<Held>> bySource = new TreeMap<>();
        Set<String> ofThisRun = parts.stream().map(p -> p.file().hash()).collect(Collectors.toSet());
        noted.stream()
                .filter(Load::closed)
                .filter(load -> !ofThisRun.contains(load.load()))
                .map(LostSeries::held)
                .filter(held -> !held.series().isEmpty())
                .forEach(held -> enter(bySource, held));
        parts.stream()
                .filter(part -> !part.series().isEmpty())
                .map(LostSeries::held)
                .forEach(held -> enter(bySource, held));
        return bySource.values().stream().flatMap(all -> remarks(all).stream()).toList();
    }

    private static void enter(Map<String, List<Held>> bySource, Held held) {
        bySource.computeIfAbsent(held.source() + "|" + held.format(), s -> new ArrayList<>())
                .add(held);
    }

    private static Held held(Load load) {
        Set<SeriesId> series = new HashSet<>();
        if (load.series() != null) {
            load.series().forEach(name -> series.add(SeriesName.parse(load.source(), name)));
        }
        return new Held(load.source(), load.format(), load.file(), load.load(), null, series);
    }

    private static Held held(Part part) {
        return new Held(
                part.source().id(),
                part.file().format(),
                part.file().name(),
                part.file().hash(),
                part.delivery(),
                new HashSet<>(part.series()));
    }

    private static List<String> remarks(List<Held> all) {
        Held newest = all.get(all.size() - 1);
        if (newest.delivery() == null) {
            return List.of();
        }
        Set<SeriesId> now = new HashSet<>();
        all.stream()
                .filter(held -> held.load().equals(newest.load()) || held.isOfOneDateWith(newest))
                .forEach(held -> now.addAll(held.series()));
        for (int i = all.size() - 2; i >= 0; i--) {
            Held before = all.get(i);
            if (!before.isOfOneDateWith(newest) && before.hasAnyOf(now)) {
                return lost(newest, before, now);
            }
        }
        return List.of();
    }

    private static List<String> lost(Held newest, Held before, Set<SeriesId> now) {
        List<String> lost = new ArrayList<>();
        Set<String> economies = new TreeSet<>();
        Set<String> indicators = new TreeSet<>();
        before.series().forEach(series -> {
            economies.add(series.economy());
            indicators.add(kind(series));
        });
        now.forEach(series -> {
            economies.remove(series.economy());
            indicators.remove(kind(series));
        });
        tell("", indicators, newest, before, lost);
        tell("economy ", economies, newest, before, lost);
        return lost;
    }

    private static String kind(SeriesId series) {
        return series.sector().equals(SeriesId.TOTAL) ? series.indicator() : series.indicator() + " " + series.sector();
    }

    private static void tell(String what, Set<String> names, Held newest, Held before, List<String> lost) {
        if (names.isEmpty()) {
            return;
        }
        String shown = names.stream().limit(NAMED_MAX).map(name -> what + name).collect(Collectors.joining(", "));
        lost.add(
                "%s, %s: no figure of %s%s, which %s had; if its publisher writes another code now, correct the catalogue and pass --catalogue, else it is the shorter file"
                        .formatted(
                                newest.file(),
                                newest.source(),
                                shown,
                                names.size() > NAMED_MAX ? " and %d more".formatted(names.size() - NAMED_MAX) : "",
                                before.file()));
    }
}
