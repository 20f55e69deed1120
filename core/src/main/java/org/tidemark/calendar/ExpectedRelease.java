package org.tidemark.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.tidemark.series.PublicationDate;

/**
 * When a source is expected to speak next. It is <em>due</em> from the day on which it is expected, and <em>late</em> from
 * {@code lateFrom} on: metrics, alerts, calendar and page mean the same by these words.
 *
 * @param last day of its newest release
 * @param day on which the next one is expected
 * @param earliest first day of the band in which four of five releases come
 * @param latest last day of that band
 * @param lateFrom first day on which it is late
 * @param interval usual days between its releases
 * @param basis how the day is known
 */
public record ExpectedRelease(
        LocalDate last,
        LocalDate day,
        LocalDate earliest,
        LocalDate latest,
        LocalDate lateFrom,
        double interval,
        Basis basis) {
    /** Silent for so many intervals, a source is not awaited any more. */
    private static final int GIVEN_UP = 4;

    /** How a day is known. */
    public enum Basis {
        /** The publisher has said so. */
        STATED,
        /** By the days on which it spoke before. */
        RHYTHM;

        /** As it is written in answers. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a release stands on a day. */
    public enum Status {
        /** Its day is yet to come. */
        AWAITED,
        /** Its day has come or is over, within what is usual. */
        DUE,
        /** It should have come. */
        LATE,
        /** It has been late for so long that nobody knows whether it will come. */
        SILENT;

        /** As it is written in answers. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ExpectedRelease {
        if (earliest.isAfter(day) || day.isAfter(latest) || latest.isAfter(lateFrom)) {
            throw new IllegalArgumentException("expected %s, band %s to %s, late from %s; these must be in order"
                    .formatted(day, earliest, latest, lateFrom));
        }
    }

    /** The instant by which it is expected: the end of its day, as publications that are known to the day are dated. */
    public Instant instant() {
        return PublicationDate.endOf(day);
    }

    /** How it stands on a day. */
    public Status on(LocalDate today) {
        if (today.isBefore(day)) {
            return Status.AWAITED;
        }
        if (today.isBefore(lateFrom)) {
            return Status.DUE;
        }
        return overdueDays(today) > GIVEN_UP * Math.max(1, interval) ? Status.SILENT : Status.LATE;
    }

    /** Days since it was expected; 0 before. */
    public long overdueDays(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(day, today));
    }
}
