package org.tidemark.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.calendar.ExpectedRelease.Basis;
import org.tidemark.catalogue.SourceProfile;

/** The next release of a source: on the day that its publisher has stated, else by its own rhythm. */
public final class ReleaseCalendar {
    private static final int MARGIN_MIN = 7;
    private static final int MARGIN_PART = 4;

    private ReleaseCalendar() {}

    /**
     * What is expected next.
     *
     * @param published instants at which it spoke; what came out on one day is one release
     * @param profile what the catalogue knows: dates to come, and past ones where fewer than {@link Rhythm#RELEASES_MIN}
     *     have been seen
     * @return empty where it has never spoken, or has no rhythm and nothing is stated
     */
    public static Optional<ExpectedRelease> next(Collection<Instant> published, SourceProfile profile) {
        SortedSet<LocalDate> days = days(published);
        SortedSet<LocalDate> stated = days(profile.publicationTable().values());
        if (days.size() < Rhythm.RELEASES_MIN) {
            LocalDate newest = days.isEmpty() ? LocalDate.MIN : days.last();
            days.addAll(days.isEmpty() ? List.of() : stated.headSet(newest));
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<LocalDate> toCome = stated.tailSet(days.last().plusDays(1));
        Optional<Rhythm> rhythm = Rhythm.of(days);
        return toCome.isEmpty()
                ? rhythm.map(ReleaseCalendar::byRhythm)
                : Optional.of(stated(days, toCome.first(), rhythm.map(Rhythm::interval)));
    }

    /** How many days the releases before were off the days on which they were expected, by what was known then. */
    public static List<Long> errors(Collection<Instant> published) {
        List<LocalDate> days = new ArrayList<>(days(published));
        List<Long> errors = new ArrayList<>();
        for (int i = Rhythm.RELEASES_MIN; i < days.size(); i++) {
            LocalDate expected = Rhythm.of(days.subList(0, i)).orElseThrow().next();
            errors.add(days.get(i).toEpochDay() - expected.toEpochDay());
        }
        return errors;
    }

    private static ExpectedRelease byRhythm(Rhythm r) {
        LocalDate margin = r.next().plusDays(margin(r.interval()));
        return new ExpectedRelease(
                r.last(),
                r.next(),
                r.earliest(),
                r.latest(),
                margin.isAfter(r.latest()) ? margin : r.latest().plusDays(1),
                r.interval(),
                Basis.RHYTHM);
    }

    private static ExpectedRelease stated(SortedSet<LocalDate> days, LocalDate next, Optional<Double> usual) {
        double interval = usual.orElse((double) (next.toEpochDay() - days.last().toEpochDay()));
        return new ExpectedRelease(days.last(), next, next, next, next.plusDays(MARGIN_MIN), interval, Basis.STATED);
    }

    /** How long after the expected day nothing is wrong yet: a quarter of the interval, at least a week. */
    private static long margin(double interval) {
        return Math.max(MARGIN_MIN, StrictMath.round(interval / MARGIN_PART));
    }

    private static SortedSet<LocalDate> days(Collection<Instant> instants) {
        SortedSet<LocalDate> days = new TreeSet<>();
        instants.forEach(instant -> days.add(LocalDate.ofInstant(instant, ZoneOffset.UTC)));
        return days;
    }
}
