package org.tidemark.producers;

import org.jspecify.annotations.Nullable;
import org.tidemark.validate.RejectReason;

/** Takes what a file says. Every cell that could have been a figure is told exactly once, so that counts add up. */
public interface FigureSink {
    void figure(StatedFigure figure);

    /** A cell without a figure. */
    void skipped(SkipReason reason);

    /**
     * A cell or row that makes no sense.
     *
     * @param where place in the file: {@code line 12}, {@code sheet Response Estimates, row 4, column G}
     * @param detail what, which, the bound, the remedy, in one line
     * @param original the bytes as received, cut at 64 KiB
     */
    void rejected(RejectReason reason, String where, String detail, byte[] original);

    /** How the file was read, where that is not how its publisher writes it; one line for people. */
    default void remark(String how) {}

    /**
     * As {@link #rejected(RejectReason, String, String, byte[])}, of a row that says whose it is.
     *
     * @param source what stands for the publisher there; null when nothing does
     * @param economy what stands for the economy there, which may be none that there is; null when nothing does
     */
    default void rejected(
            RejectReason reason,
            String where,
            String detail,
            byte[] original,
            @Nullable String source,
            @Nullable String economy) {
        rejected(reason, where, detail, original);
    }
}
