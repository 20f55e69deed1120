package org.tidemark.wire;

import org.jspecify.annotations.Nullable;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Withdrawal;

/** Withdrawals by hand between core and Avro. */
final class WithdrawalRecords {
    private WithdrawalRecords() {}

    static org.tidemark.avro.Withdrawal toRecord(Withdrawal w) {
        BatchId batch = w.batch();
        FigureId figure = w.figure();
        return new org.tidemark.avro.Withdrawal(
                w.economy(),
                batch.source(),
                batch.release(),
                batch.published(),
                batch.load(),
                figure == null ? null : figure.series().indicator(),
                figure == null ? null : figure.series().sector(),
                figure == null ? null : figure.period().start(),
                figure == null ? null : figure.period().end(),
                w.action().name(),
                w.by(),
                w.reason(),
                w.at());
    }

    static Withdrawal fromRecord(org.tidemark.avro.Withdrawal r) {
        return new Withdrawal(
                r.getEconomy(),
                new BatchId(r.getSource(), r.getRelease(), r.getPublished(), r.getLoad()),
                figure(r),
                Withdrawal.Action.valueOf(r.getAction()),
                r.getBy(),
                r.getReason(),
                r.getWithdrawnAt());
    }

    private static @Nullable FigureId figure(org.tidemark.avro.Withdrawal r) {
        if (r.getIndicator() == null
                || r.getSector() == null
                || r.getPeriodStart() == null
                || r.getPeriodEnd() == null) {
            return null;
        }
        return new FigureId(
                new SeriesId(r.getIndicator(), r.getEconomy(), r.getSector(), r.getSource()),
                new Period(r.getPeriodStart(), r.getPeriodEnd()));
    }
}
