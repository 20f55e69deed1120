package org.tidemark.standalone.accuracy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.awaited.AlertOdds;
import org.tidemark.awaited.AwaitedLevel;
import org.tidemark.calendar.Rhythm;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.AwaitedCells;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.ReleaseWorth;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.PublishedBasis;

/**
 * How right the calendar would have been: each release against the day on which it was expected, and what it did to levels
 * against what it was expected to do, each by what was known just before it.
 */
public final class CalendarScore {
    private static final AlertOdds.Asked NO_ALERTS = new AlertOdds.Asked(List.of(), null);

    private final Catalogue catalogue;

    public CalendarScore(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Releases of a source, each expected by the rhythm of those before it; days that a publisher has stated are no test.
     *
     * @param errors days by which each came after the day on which it was expected
     * @param within how many came within their bands
     */
    public record Days(String source, List<Long> errors, int within) {
        public Days {
            errors = errors.stream().sorted().toList();
        }

        /** Median of the errors without their sign. */
        public double medianError() {
            List<Long> sizes = errors.stream().map(Math::abs).sorted().toList();
            int half = sizes.size() / 2;
            return sizes.size() % 2 == 1 ? sizes.get(half) : (sizes.get(half - 1) + sizes.get(half)) / 2.0;
        }
    }

    /** What a release was expected to do to one level, and what it did. */
    public record Told(String source, EstimateKey cell, Instant published, ReleaseWorth expected, ReleaseWorth done) {}

    /** Of each source, by the days that are known or else counted from a usual lag, with more than {@link Rhythm#RELEASES_MIN} releases. */
    public List<Days> days(CalendarCollector read) {
        List<Days> all = new ArrayList<>();
        read.spoken().forEach((source, instants) -> days(source, instants).ifPresent(all::add));
        read.counted().forEach((source, instants) -> days(source + ", counted", instants)
                .ifPresent(all::add));
        return all;
    }

    private static Optional<Days> days(String source, SortedSet<Instant> instants) {
        List<LocalDate> days =
                instants.stream().map(CalendarScore::day).distinct().sorted().toList();
        List<Long> errors = new ArrayList<>();
        int within = 0;
        for (int i = Rhythm.RELEASES_MIN; i < days.size(); i++) {
            Rhythm rhythm = Rhythm.of(days.subList(0, i)).orElseThrow();
            LocalDate came = days.get(i);
            errors.add(came.toEpochDay() - rhythm.next().toEpochDay());
            boolean inBand = !came.isBefore(rhythm.earliest()) && !came.isAfter(rhythm.latest());
            within += inBand ? 1 : 0;
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(new Days(source, errors, within));
    }

    /** Of each level that was told before a release of a source, and each release that brought it a newer period. */
    public List<Told> worths(CalendarCollector read) {
        List<Told> all = new ArrayList<>();
        SortedMap<String, List<Observation>> byEconomy = new TreeMap<>();
        read.adoption().forEach(o -> byEconomy
                .computeIfAbsent(o.figure().series().economy(), e -> new ArrayList<>())
                .add(o));
        byEconomy
                .values()
                .forEach(observations -> worths(observations, read.counted().keySet(), all));
        return all;
    }

    /** Figures that a usual lag has dated are known from then on; a release they are only of a source that has said no day. */
    private void worths(List<Observation> observations, Set<String> counted, List<Told> into) {
        SortedSet<Instant> instants = new TreeSet<>();
        observations.forEach(o -> instants.add(o.published()));
        Map<Key, AwaitedLevel> before = Map.of();
        for (Instant instant : instants) {
            Map<Key, AwaitedLevel> after = levels(observations, instant);
            for (Map.Entry<Key, AwaitedLevel> told : before.entrySet()) {
                String source = told.getKey().source();
                boolean spoke = observations.stream()
                        .anyMatch(o -> o.published().equals(instant)
                                && o.figure().series().source().equals(source)
                                && (o.basis() != PublishedBasis.LAG || counted.contains(source)));
                if (spoke) {
                    told(told.getKey(), told.getValue(), after.get(told.getKey()), instant)
                            .ifPresent(into::add);
                }
            }
            before = after;
        }
    }

    private record Key(EstimateKey cell, String source) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCell = cell.compareTo(other.cell);
            return byCell == 0 ? source.compareTo(other.source) : byCell;
        }
    }

    private static Optional<Told> told(Key key, AwaitedLevel before, @Nullable AwaitedLevel after, Instant instant) {
        if (after == null
                || !after.release()
                        .newest()
                        .end()
                        .isAfter(before.release().newest().end())) {
            return Optional.empty();
        }
        return Optional.of(new Told(
                key.source(), key.cell(), instant, before.prospect(NO_ALERTS).worth(), before.done(after.state())));
    }

    /** What each level awaits of each source, by what was published by an instant. */
    private Map<Key, AwaitedLevel> levels(List<Observation> observations, Instant instant) {
        Map<FigureId, List<Observation>> vintages = new TreeMap<>();
        for (Observation o : observations) {
            if (!o.published().isAfter(instant)) {
                vintages.computeIfAbsent(o.figure(), f -> new ArrayList<>()).add(o);
            }
        }
        AwaitedCells cells = new AwaitedCells(catalogue);
        vintages.forEach((figure, said) -> {
            Observation newest = said.get(said.size() - 1);
            cells.put(figure, new CurrentValue(newest.value(), newest.standardError(), newest.published()), said);
        });
        Map<Key, AwaitedLevel> levels = new TreeMap<>();
        cells.each(day(instant), awaited -> {
            if (awaited instanceof AwaitedLevel level) {
                levels.put(new Key(level.release().cell(), level.release().source()), level);
            }
        });
        return levels;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
