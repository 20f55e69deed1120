package org.tidemark.producers.exposure;

import java.util.List;
import java.util.OptionalDouble;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SkipReason;
import org.tidemark.producers.StatedFigure;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.RowReader;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.RejectReason;

/**
 * Sums the ways in which people and AI work on tasks. One row that makes no sense leaves no figure: what is missing from
 * a sum cannot be seen in it.
 */
final class TaskShares implements FigureSink {
    private static final List<String> AUTOMATE = List.of("directive", "feedback_loop");
    private static final String FILTERED = "filtered";
    static final List<String> COLUMNS =
            List.of("directive", "feedback_loop", "task_iteration", "validation", "learning", FILTERED);

    /** From the launch of the model whose conversations were sampled to the day before the release. */
    private static final Period PERIOD = Period.parse("2025-02-24/2025-03-26");

    private static final double PERCENT = 100;

    private final FigureSink sink;
    private double automated;
    private double seen;
    private long bad;

    TaskShares(FigureSink sink) {
        this.sink = sink;
    }

    RowReader under(Header header) throws UnreadableFileException {
        int filtered = header.requireNumbers(FILTERED);
        int directive = header.requireNumbers(AUTOMATE.get(0));
        int feedback = header.requireNumbers(AUTOMATE.get(1));
        return row -> {
            double unseen = share(row, FILTERED, filtered);
            double handedOver = share(row, AUTOMATE.get(0), directive) + share(row, AUTOMATE.get(1), feedback);
            seen += 1 - unseen;
            automated += handedOver;
            if (unseen == 1) {
                sink.skipped(SkipReason.SUPPRESSED);
            }
        };
    }

    /** The share in a cell; what is none is told, and is not a number. */
    private double share(Row row, String column, int position) {
        String text = row.text(position);
        OptionalDouble share = row.number(position);
        if (share.isPresent() && share.getAsDouble() >= 0 && share.getAsDouble() <= 1) {
            return share.getAsDouble();
        }
        row.reject(
                this,
                share.isEmpty() ? RejectReason.BAD_NUMBER : RejectReason.OUT_OF_RANGE,
                share.isEmpty()
                        ? row.complaint(column, position)
                        : "%s %s is no share of a task; write a number from 0 to 1".formatted(column, text));
        return Double.NaN;
    }

    /** Tells the figure, or why there is none, after the last row; tasks that are all filtered have none. */
    void tell() {
        if (bad > 0) {
            sink.rejected(
                    RejectReason.MISSING_FIELD,
                    "all lines",
                    "the share that automates is not told, for %d places above make no sense; mend them and load the file again"
                            .formatted(bad),
                    new byte[0]);
        } else if (seen > 0) {
            SeriesId series =
                    new SeriesId("labour.use.automation_share.by_task", "WORLD", SeriesId.TOTAL, "ANTHROPIC_AEI");
            sink.figure(StatedFigure.of(
                    new FigureId(series, PERIOD), PERCENT * automated / seen, null, "percent", "all lines"));
        }
    }

    @Override
    public void figure(StatedFigure figure) {
        sink.figure(figure);
    }

    @Override
    public void skipped(SkipReason reason) {
        sink.skipped(reason);
    }

    @Override
    public void remark(String how) {
        sink.remark(how);
    }

    @Override
    public void rejected(RejectReason reason, String where, String detail, byte[] original) {
        bad++;
        sink.rejected(reason, where, detail, original);
    }
}
