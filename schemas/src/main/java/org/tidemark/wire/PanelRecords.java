package org.tidemark.wire;

import org.tidemark.revise.Belief;
import org.tidemark.revise.Change;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.InstantClosing;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** What crosses economies, between core and Avro. */
final class PanelRecords {
    private PanelRecords() {}

    static org.tidemark.avro.InstantClosing toRecord(InstantClosing c) {
        return new org.tidemark.avro.InstantClosing(c.run(), c.published(), c.partition(), c.partitions(), c.last());
    }

    static InstantClosing fromRecord(org.tidemark.avro.InstantClosing r) {
        return new InstantClosing(r.getRun(), r.getPublished(), r.getPartition(), r.getPartitions(), r.getLast());
    }

    static org.tidemark.avro.FigureChange toRecord(Change c) {
        SeriesId series = c.figure().series();
        Period period = c.figure().period();
        return new org.tidemark.avro.FigureChange(
                series.indicator(),
                series.economy(),
                series.sector(),
                series.source(),
                period.start(),
                period.end(),
                toRecord(c.before()),
                toRecord(c.after()),
                c.batch().release(),
                c.batch().published(),
                c.batch().load(),
                c.datedByLag());
    }

    private static org.tidemark.avro.FigureBelief toRecord(Belief b) {
        return new org.tidemark.avro.FigureBelief(b.value(), b.standardError(), b.since());
    }

    static Change fromRecord(org.tidemark.avro.FigureChange r) {
        SeriesId series = new SeriesId(r.getIndicator(), r.getEconomy(), r.getSector(), r.getSource());
        return new Change(
                new FigureId(series, new Period(r.getPeriodStart(), r.getPeriodEnd())),
                fromRecord(r.getBefore()),
                fromRecord(r.getAfter()),
                new BatchId(r.getSource(), r.getRelease(), r.getPublished(), r.getLoad()),
                r.getDatedByLag());
    }

    private static Belief fromRecord(org.tidemark.avro.FigureBelief r) {
        return new Belief(r.getValue(), r.getStandardError(), r.getSince());
    }
}
