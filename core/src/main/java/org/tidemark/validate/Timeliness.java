package org.tidemark.validate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.catalogue.TimeBounds;
import org.tidemark.series.Observation;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.validate.Verdict.Rejected;

/** Holds the period and the publication of an observation against the catalogue's bounds, and against each other. */
final class Timeliness {
    private final Catalogue catalogue;
    private final TimeBounds bounds;

    Timeliness(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.bounds = catalogue.recipes().releases().bounds();
    }

    /** Why an observation cannot be of its time, or null. */
    @Nullable
    Rejected whyNot(Observation o, Indicator indicator) {
        Rejected no = tooOld(o, indicator);
        if (no == null) {
            no = unbelievable(o);
        }
        if (no == null) {
            no = beforeItsPeriod(o, indicator);
        }
        return no == null ? tooFarAhead(o, indicator) : no;
    }

    private @Nullable Rejected tooOld(Observation o, Indicator indicator) {
        String source = o.figure().series().source();
        Period period = o.figure().period();
        LocalDate from = bounds.periodsFrom(indicator, source);
        return period.start().isBefore(from)
                ? Validator.rejected(
                        RejectReason.BAD_PERIOD,
                        "%s: the period begins before %s, the earliest that the catalogue allows; correct the year, or set periods_from for %s or %s under 'bounds:' in a file and pass --catalogue",
                        o.figure(),
                        from,
                        indicator.id(),
                        source)
                : null;
    }

    private @Nullable Rejected tooFarAhead(Observation o, Indicator indicator) {
        String source = o.figure().series().source();
        java.time.Period ahead = bounds.periodsAhead(indicator, source);
        LocalDate last = LocalDate.ofInstant(o.published(), ZoneOffset.UTC).plus(ahead);
        return o.figure().period().end().isAfter(last)
                ? Validator.rejected(
                        RejectReason.BAD_PERIOD,
                        "%s: published %s, and the period ends after %s, more than %s later; correct the year, or set %s under 'bounds:' in a file and pass --catalogue",
                        o.figure(),
                        o.published(),
                        last,
                        ahead,
                        indicator.role() == Role.CLAIM ? "claims_ahead" : "periods_ahead")
                : null;
    }

    /** A statement about the future is a claim. */
    private static @Nullable Rejected beforeItsPeriod(Observation o, Indicator indicator) {
        Instant begin = o.figure().period().start().atStartOfDay(ZoneOffset.UTC).toInstant();
        return indicator.role() != Role.CLAIM && o.published().isBefore(begin)
                ? Validator.rejected(
                        RejectReason.PUBLISHED_BEFORE_PERIOD,
                        "%s: published %s, before the period began; a statement about the future belongs to an indicator with role claim",
                        o.figure(),
                        o.published())
                : null;
    }

    private @Nullable Rejected unbelievable(Observation o) {
        Instant published = o.published();
        String source = o.figure().series().source();
        Instant from = bounds.publishedFrom(source);
        if (published.isBefore(from) && !isUsual(o.basis()) && !isListed(o)) {
            return Validator.rejected(
                    RejectReason.BAD_PUBLISHED,
                    "%s: published %s, before %s, the earliest that the catalogue allows; correct the date, or set published_from for source %s under 'bounds:' in a file and pass --catalogue",
                    o.figure(),
                    published,
                    from,
                    source);
        }
        Instant until = bounds.publication().until();
        if (!published.isBefore(until)) {
            return Validator.rejected(
                    RejectReason.BAD_PUBLISHED,
                    "%s: published %s, after %s, the latest that the catalogue allows; correct the date, or set published_until under 'bounds:' in a file and pass --catalogue",
                    o.figure(),
                    published,
                    until);
        }
        return afterReceipt(o);
    }

    /** What was received before it was published cannot be: the receipt travels with the record, so a replay sees it too. */
    private @Nullable Rejected afterReceipt(Observation o) {
        // Of 1970 is what a producer writes that does not say when it received something.
        boolean told = o.receivedAt().isAfter(Instant.EPOCH);
        return told && o.published().isAfter(bounds.latest(o.receivedAt()))
                ? Validator.rejected(
                        RejectReason.BAD_PUBLISHED,
                        "%s: published %s, but received %s; it may lie at most %d hours after its receipt: correct the date, or set published_ahead under 'bounds:' in a file and pass --catalogue",
                        o.figure(),
                        o.published(),
                        o.receivedAt(),
                        bounds.publication().ahead().toHours())
                : null;
    }

    /** Whether the date follows from what is usual, and not from a file that may be mistaken. */
    private static boolean isUsual(PublishedBasis basis) {
        return switch (basis) {
            case LAG, CALENDAR, NEWEST, ORDER -> true;
            case STATED, FILE, RECEIVED -> false;
        };
    }

    private boolean isListed(Observation o) {
        return o.published()
                .equals(catalogue
                        .source(o.figure().series().source())
                        .publicationTable()
                        .get(o.figure().period()));
    }
}
