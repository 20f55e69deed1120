package org.tidemark.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How often a source speaks, from the days on which it did: the next day to expect, and a band around it.
 *
 * <p>The usual interval is the median of the intervals. A second release soon after a first is a correction of it and
 * begins no interval; an interval of about twice or three times the usual one is one that was missed, and counts as so
 * many. Of a monthly source the usual day of the month is kept to where its releases lie closer to that than to the
 * interval. The band is where the middle 80 % of past releases lay, wider the fewer there were, and at most half an interval to each
 * side.
 *
 * @param last the newest release
 * @param interval usual days between releases, above 0
 * @param next the day on which the next one is expected
 * @param earliest first day of the band
 * @param latest last day of the band
 */
public record Rhythm(LocalDate last, double interval, LocalDate next, LocalDate earliest, LocalDate latest) {
    /** With fewer there is no rhythm. */
    public static final int RELEASES_MIN = 3;

    /** Older ones say little of the present. */
    private static final int RELEASES_MAX = 12;
    /** What comes sooner than this part of an interval after a release is a correction of it. */
    private static final double CORRECTION = 0.25;
    /** How far from a whole number of intervals a gap may be for releases to have been missed in it. */
    private static final double MISSED_WITHIN = 0.25;

    private static final double TAIL = 0.1;
    /** Half an interval off, a release is nearer to another one's day: the band ends there. */
    private static final double FARTHEST = 0.5;

    /** Two more releases than were seen are as surprising as the farthest: what the band is widened by. */
    private static final double UNSEEN = 2;

    /** The rhythm of releases on some days, in any order; empty when they are fewer than {@link #RELEASES_MIN}. */
    public static Optional<Rhythm> of(Collection<LocalDate> days) {
        List<LocalDate> all = new ArrayList<>(new TreeSet<>(days));
        if (all.size() < RELEASES_MIN) {
            return Optional.empty();
        }
        List<LocalDate> recent = all.subList(Math.max(0, all.size() - RELEASES_MAX), all.size());
        return Optional.of(of(withoutCorrections(recent), recent.get(recent.size() - 1)));
    }

    /**
     * Usual days between releases, as the rhythm has them; of two releases the days between them.
     *
     * @return empty when there are fewer than two
     */
    public static Optional<Double> usualInterval(Collection<LocalDate> days) {
        List<LocalDate> all = new ArrayList<>(new TreeSet<>(days));
        return all.size() < 2
                ? Optional.empty()
                : Optional.of(median(withoutGaps(intervals(
                        withoutCorrections(all.subList(Math.max(0, all.size() - RELEASES_MAX), all.size()))))));
    }

    private static Rhythm of(List<LocalDate> releases, LocalDate last) {
        List<Double> intervals = withoutGaps(intervals(releases));
        double interval = median(intervals);
        LocalDate from = releases.get(releases.size() - 1);
        LocalDate next = from.plusDays(Math.max(1, StrictMath.round(interval)));
        List<Double> deviations =
                new ArrayList<>(intervals.stream().map(i -> i - interval).toList());
        Optional<MonthDay> monthly = MonthDay.of(releases, interval);
        if (monthly.isPresent() && spread(monthly.get().deviations()) < spread(deviations)) {
            next = monthly.get().nearest(next, last);
            deviations = new ArrayList<>(monthly.get().deviations());
        }
        deviations.sort(null);
        double widening = 1 + UNSEEN / deviations.size();
        double farthest = Math.max(1, interval * FARTHEST);
        long before = StrictMath.round(Math.max(-farthest, Math.min(-1, widening * quantile(deviations, TAIL))));
        long after = StrictMath.round(Math.min(farthest, Math.max(1, widening * quantile(deviations, 1 - TAIL))));
        LocalDate dayAfterLast = last.plusDays(1);
        LocalDate expected = next.isBefore(dayAfterLast) ? dayAfterLast : next;
        LocalDate earliest = expected.plusDays(before);
        return new Rhythm(
                last,
                interval,
                expected,
                earliest.isBefore(dayAfterLast) ? dayAfterLast : earliest,
                expected.plusDays(after));
    }

    private static List<LocalDate> withoutCorrections(List<LocalDate> days) {
        double usual = upperMedian(intervals(days));
        List<LocalDate> kept = new ArrayList<>(List.of(days.get(0)));
        for (LocalDate day : days) {
            if (day.toEpochDay() - kept.get(kept.size() - 1).toEpochDay() >= usual * CORRECTION
                    && day.isAfter(days.get(0))) {
                kept.add(day);
            }
        }
        return kept;
    }

    private static List<Double> withoutGaps(List<Double> intervals) {
        double usual = upperMedian(intervals);
        List<Double> each = new ArrayList<>();
        for (double interval : intervals) {
            double times = Math.max(1, Math.rint(interval / usual));
            each.add(Math.abs(interval / usual - times) <= MISSED_WITHIN ? interval / times : interval);
        }
        return each;
    }

    private static List<Double> intervals(List<LocalDate> days) {
        List<Double> intervals = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            intervals.add((double) (days.get(i).toEpochDay() - days.get(i - 1).toEpochDay()));
        }
        return intervals;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    private static double upperMedian(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double spread(List<Double> deviations) {
        return deviations.stream().mapToDouble(Math::abs).average().orElse(0);
    }

    /** Of sorted values, at the places of Weibull (1939): those of so many draws of whom the outermost are not the ends. */
    private static double quantile(List<Double> sorted, double probability) {
        double place = probability * (sorted.size() + 1) - 1;
        int below = (int) Math.floor(Math.max(0, Math.min(sorted.size() - 1.0, place)));
        int above = Math.min(sorted.size() - 1, below + 1);
        double part = Math.max(0, Math.min(1, place - below));
        return sorted.get(below) + part * (sorted.get(above) - sorted.get(below));
    }
}
