package org.tidemark.producers.text;

import org.tidemark.producers.FigureSink;
import org.tidemark.validate.RejectReason;

/** One row: as many cells as the header has columns. */
public final class Row {
    private final RecordText record;
    private final String[] cells;

    Row(RecordText record, String[] cells) {
        this.record = record;
        this.cells = cells;
    }

    /** A cell without the blanks around it; empty when the column is {@link Header#ABSENT}. */
    public String text(int column) {
        return column < 0 ? "" : cells[column].strip();
    }

    /** Place in the file, for messages: {@code line 12}. */
    public String where() {
        return record.where();
    }

    /** The bytes as received, cut at 64 KiB. */
    public byte[] original() {
        return record.original();
    }

    /** Tells the sink that this row, or one cell of it, makes no sense. */
    public void reject(FigureSink sink, RejectReason reason, String detail) {
        sink.rejected(reason, where(), detail, original());
    }
}
