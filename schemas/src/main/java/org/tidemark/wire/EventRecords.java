package org.tidemark.wire;

import org.jspecify.annotations.Nullable;
import org.tidemark.avro.Dating;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;

/** Observations and closings between core and Avro. */
final class EventRecords {
    private static final ThreadLocal<@Nullable SeriesId> LAST = new ThreadLocal<>();

    private EventRecords() {}

    static org.tidemark.avro.Observation toRecord(Observation o) {
        SeriesId series = o.figure().series();
        Period period = o.figure().period();
        return new org.tidemark.avro.Observation(
                series.indicator(),
                series.economy(),
                series.sector(),
                series.source(),
                period.start(),
                period.end(),
                o.value(),
                o.standardError(),
                o.unit(),
                o.published(),
                coarse(o.basis()),
                org.tidemark.avro.ObservationStatus.valueOf(o.status().name()),
                o.batch().release(),
                o.batch().load(),
                o.ordinal(),
                o.receivedAt(),
                o.note(),
                Dating.valueOf(o.basis().name()),
                o.place());
    }

    /** As programs of before read it, which know three words. */
    private static org.tidemark.avro.PublishedBasis coarse(PublishedBasis basis) {
        return switch (basis) {
            case STATED, CALENDAR -> org.tidemark.avro.PublishedBasis.STATED;
            case LAG -> org.tidemark.avro.PublishedBasis.LAG;
            case FILE, NEWEST, RECEIVED, ORDER -> org.tidemark.avro.PublishedBasis.FILE;
        };
    }

    private static PublishedBasis basis(org.tidemark.avro.Observation r) {
        return PublishedBasis.valueOf(
                r.getDating() == Dating.UNTOLD
                        ? r.getBasis().name()
                        : r.getDating().name());
    }

    static Observation fromRecord(org.tidemark.avro.Observation r) {
        return new Observation(
                new FigureId(series(r), new Period(r.getPeriodStart(), r.getPeriodEnd())),
                r.getValue(),
                r.getStandardError(),
                r.getUnit(),
                basis(r),
                ObservationStatus.valueOf(r.getStatus().name()),
                new BatchId(r.getSource(), r.getRelease(), r.getPublished(), r.getLoad()),
                r.getOrdinal(),
                r.getReceivedAt(),
                r.getNote(),
                r.getPlace());
    }

    /** Records of one series come in runs, and to judge the form of its names costs more than to compare them. */
    private static SeriesId series(org.tidemark.avro.Observation r) {
        SeriesId last = LAST.get();
        if (last != null
                && last.sector().equals(r.getSector())
                && last.indicator().equals(r.getIndicator())
                && last.economy().equals(r.getEconomy())
                && last.source().equals(r.getSource())) {
            return last;
        }
        SeriesId series = new SeriesId(r.getIndicator(), r.getEconomy(), r.getSector(), r.getSource());
        LAST.set(series);
        return series;
    }

    static org.tidemark.avro.ReleaseClosing toRecord(ReleaseEnd c) {
        return new org.tidemark.avro.ReleaseClosing(
                c.economy(),
                c.batch().source(),
                c.batch().release(),
                c.batch().published(),
                c.batch().load(),
                c.sent(),
                c.complete(),
                c.moreAtInstant());
    }

    static ReleaseEnd fromRecord(org.tidemark.avro.ReleaseClosing r) {
        return new ReleaseEnd(
                r.getEconomy(),
                new BatchId(r.getSource(), r.getRelease(), r.getPublished(), r.getLoad()),
                r.getSent(),
                r.getComplete(),
                r.getMoreAtInstant());
    }
}
