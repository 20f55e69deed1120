package org.tidemark.api.query;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Period;
import org.tidemark.text.SheetCell;

/** Rows of one kind on their way into a CSV text, which begins with the header. */
abstract class CsvRows<T> implements Flushable {
    private final CsvWriter rows;

    /** What is written reaches {@code out} with {@link #flush} at the latest. */
    CsvRows(Writer out, String header) {
        rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        row(header.split(",", -1));
    }

    /** Writes whatever rows one of the kind has. */
    public abstract void write(T one);

    /** The lines of a row that one of the kind was written as. */
    static Iterable<CsvRecord> lines(byte[] row) {
        return CsvReader.builder().ofCsvRecord(new String(row, StandardCharsets.UTF_8));
    }

    /** The first day of a reference period; nothing where there is none. */
    static String start(@Nullable Period period) {
        return period == null ? "" : period.start().toString();
    }

    /** The last day of a reference period; nothing where there is none. */
    static String end(@Nullable Period period) {
        return period == null ? "" : period.end().toString();
    }

    /** One cell for each column of the header; none is a formula to a spreadsheet. */
    final void row(String... cells) {
        rows.writeRecord(Stream.of(cells).map(SheetCell::written).toList());
    }

    @Override
    public final void flush() throws IOException {
        rows.flush();
    }
}
