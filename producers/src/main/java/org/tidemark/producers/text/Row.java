package org.tidemark.producers.text;

import java.util.OptionalDouble;
import org.tidemark.producers.FigureSink;
import org.tidemark.validate.RejectReason;

/** One row: as many cells as the header has columns. */
public final class Row {
    private final RecordText record;
    private final String[] cells;
    private final Numbers numbers;

    Row(RecordText record, String[] cells, Numbers numbers) {
        this.record = record;
        this.cells = cells;
        this.numbers = numbers;
    }

    /** A cell without the blanks around it; empty when the column is {@link Header#ABSENT}. */
    public String text(int column) {
        return column < 0 ? "" : Header.trimmed(cells[column]);
    }

    /** The number in a cell, as the file writes its numbers; empty when it holds none that can be read. */
    public OptionalDouble number(int column) {
        return number(column, 0);
    }

    /** The number in a cell times a power of ten, rounded once. */
    public OptionalDouble number(int column, int powerOfTen) {
        return numbers.read(text(column), powerOfTen);
    }

    /** The number in a text that stands in a cell beside something else, times a power of ten. */
    public OptionalDouble numberIn(String text, int powerOfTen) {
        return numbers.read(text, powerOfTen);
    }

    /** The number before a percent sign, or without one. */
    public OptionalDouble percent(int column) {
        return numbers.read(Numbers.withoutPercent(text(column)), 0);
    }

    /** The same of a text that stands in a cell beside something else. */
    public OptionalDouble percentIn(String text) {
        return numbers.read(Numbers.withoutPercent(text), 0);
    }

    /** Why {@link #number} found none, and what to write. */
    public String complaint(String name, int column) {
        return numbers.complaint(name, text(column));
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

    /** The same with what the row says of its publisher and economy; an empty text says nothing. */
    public void reject(FigureSink sink, RejectReason reason, String detail, String source, String economy) {
        sink.rejected(
                reason,
                where(),
                detail,
                original(),
                source.isEmpty() ? null : SourceExcerpt.of(source),
                economy.isEmpty() ? null : SourceExcerpt.of(economy));
    }
}
