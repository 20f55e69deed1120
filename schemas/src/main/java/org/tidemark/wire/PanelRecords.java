package org.tidemark.wire;

import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Watermark;

/** What crosses economies, between core and Avro. */
final class PanelRecords {
    private PanelRecords() {}

    static org.tidemark.avro.InstantClosing toRecord(Watermark c) {
        return new org.tidemark.avro.InstantClosing(c.run(), c.published(), c.partition(), c.partitions(), c.last());
    }

    static Watermark fromRecord(org.tidemark.avro.InstantClosing r) {
        return new Watermark(r.getRun(), r.getPublished(), r.getPartition(), r.getPartitions(), r.getLast());
    }

    static org.tidemark.avro.FigureChange toRecord(ValueChange c) {
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

    private static org.tidemark.avro.FigureBelief toRecord(CurrentValue b) {
        return new org.tidemark.avro.FigureBelief(b.value(), b.standardError(), b.since());
    }

    static ValueChange fromRecord(org.tidemark.avro.FigureChange r) {
        SeriesId series = new SeriesId(r.getIndicator(), r.getEconomy(), r.getSector(), r.getSource());
        return new ValueChange(
                new FigureId(series, new Period(r.getPeriodStart(), r.getPeriodEnd())),
                fromRecord(r.getBefore()),
                fromRecord(r.getAfter()),
                new BatchId(r.getSource(), r.getRelease(), r.getPublished(), r.getLoad()),
                r.getDatedByLag());
    }

    private static CurrentValue fromRecord(org.tidemark.avro.FigureBelief r) {
        return new CurrentValue(r.getValue(), r.getStandardError(), r.getSince());
    }
}
