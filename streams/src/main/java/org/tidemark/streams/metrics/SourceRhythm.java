package org.tidemark.streams.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.catalogue.SourceProfile;

/**
 * How old the newest publication of a source may be: its usual interval, its usual lag, and a margin of a quarter of the
 * interval, at least a week.
 *
 * <p>At that age the next period has ended as usual, the publisher has had the time that it takes as usual, and has had
 * the margin besides. A source that has spoken less than three times has no rhythm, and nothing is claimed of it.
 */
final class SourceRhythm {
    private static final int PUBLICATIONS_MIN = 3;
    private static final Duration MARGIN_MIN = Duration.ofDays(7);
    private static final int MARGIN_PART = 4;

    private SourceRhythm() {}

    /** Empty where there is no rhythm. */
    static Optional<Duration> staleAfter(SortedSet<Instant> stated, Optional<SourceProfile> profile) {
        SortedSet<LocalDate> days = days(stated);
        if (days.size() < PUBLICATIONS_MIN) {
            profile.ifPresent(p -> days.addAll(days(p.publicationTable().values())));
        }
        if (days.size() < PUBLICATIONS_MIN) {
            return Optional.empty();
        }
        Duration interval = usualInterval(days);
        Duration quarter = interval.dividedBy(MARGIN_PART);
        Duration margin = quarter.compareTo(MARGIN_MIN) > 0 ? quarter : MARGIN_MIN;
        return Optional.of(interval.plus(profile.map(SourceRhythm::lag).orElse(Duration.ZERO))
                .plus(margin));
    }

    /** What came out within a day is one publication. */
    private static SortedSet<LocalDate> days(Collection<Instant> instants) {
        SortedSet<LocalDate> days = new TreeSet<>();
        instants.forEach(instant -> days.add(LocalDate.ofInstant(instant, ZoneOffset.UTC)));
        return days;
    }

    /** The median of the intervals, of an even number the longer one of the middle: in doubt no alarm. */
    private static Duration usualInterval(SortedSet<LocalDate> days) {
        List<Duration> intervals = new ArrayList<>();
        LocalDate before = days.first();
        for (LocalDate day : days.tailSet(before.plusDays(1))) {
            intervals.add(Duration.ofDays(day.toEpochDay() - before.toEpochDay()));
            before = day;
        }
        intervals.sort(Comparator.naturalOrder());
        return intervals.get(intervals.size() / 2);
    }

    private static Duration lag(SourceProfile profile) {
        Period lag = profile.lag();
        // Counted from a long month on, so that the same lag is the same length at every scrape.
        LocalDate from = LocalDate.of(2024, 7, 1);
        return lag == null ? Duration.ZERO : Duration.ofDays(from.plus(lag).toEpochDay() - from.toEpochDay());
    }
}
