package org.tidemark.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The usual day of the month of a monthly source.
 *
 * @param day 1 to 31
 * @param deviations of each release from it, days, the shorter way round the month
 */
record MonthDay(int day, List<Double> deviations) {
    private static final int RELEASES_MIN = 4;
    private static final double INTERVAL_MIN = 26;
    private static final double INTERVAL_MAX = 35;
    private static final double MONTH = 365.25 / 12;
    private static final int DAYS_MAX = 31;
    /** What comes so soon after a release is a correction of it. */
    private static final int CORRECTION_DAYS = 7;

    MonthDay {
        deviations = List.copyOf(deviations);
    }

    /** The one of some releases; empty when they are not monthly, or too few to tell. */
    static Optional<MonthDay> of(List<LocalDate> releases, double interval) {
        if (interval < INTERVAL_MIN || interval > INTERVAL_MAX || releases.size() < RELEASES_MIN) {
            return Optional.empty();
        }
        int day = IntStream.rangeClosed(1, DAYS_MAX)
                .boxed()
                .min(Comparator.comparingDouble((Integer candidate) -> distance(releases, candidate)))
                .orElseThrow();
        List<Double> deviations = new ArrayList<>();
        releases.forEach(release -> deviations.add(around(release.getDayOfMonth() - day)));
        return Optional.of(new MonthDay(day, deviations));
    }

    private static double distance(List<LocalDate> releases, int day) {
        return releases.stream()
                .mapToDouble(release -> Math.abs(around(release.getDayOfMonth() - day)))
                .sum();
    }

    /** A difference of days of the month, the shorter way round. */
    private static double around(double days) {
        return days - MONTH * Math.rint(days / MONTH);
    }

    /** Of the months around a day that month's day which lies nearest to it and after the newest release. */
    LocalDate nearest(LocalDate to, LocalDate last) {
        YearMonth month = YearMonth.from(to);
        return IntStream.rangeClosed(-1, 2)
                .mapToObj(month::plusMonths)
                .map(m -> m.atDay(Math.min(day, m.lengthOfMonth())))
                .filter(candidate -> candidate.isAfter(last.plusDays(CORRECTION_DAYS)))
                .min(Comparator.comparingLong((LocalDate c) -> Math.abs(c.toEpochDay() - to.toEpochDay())))
                .orElseThrow();
    }
}
