package org.tidemark.streams.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Observation;
import org.tidemark.series.SeriesId;

/**
 * Observations as CSV, in columns that every command reads again. A figure that is withdrawn or in conflict has no
 * value.
 */
public final class ObservationCsv implements CsvRows<VintageRow> {
    public static final String HEADER =
            "indicator,economy,sector,period,value,unit,standard_error,published,source,basis,status,release,note";

    static final String CONFLICT = "conflicting: the source gave two values at this instant, neither is believed";

    static final String HELD = "held: its release is in quarantine and not believed";

    private final CsvWriter rows;

    private ObservationCsv(Writer out) {
        this.rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static ObservationCsv begin(Writer out) {
        ObservationCsv csv = new ObservationCsv(out);
        csv.rows.writeRecord(List.of(HEADER.split(",", -1)));
        return csv;
    }

    @Override
    public void write(VintageRow row) {
        Observation o = row.observation();
        SeriesId series = o.figure().series();
        String note = row.conflicting() ? CONFLICT : row.held() ? HELD : o.note();
        rows.writeRecord(
                series.indicator(),
                series.economy(),
                series.sector(),
                o.figure().period().label(),
                row.conflicting() ? "" : number(o.value()),
                o.unit(),
                row.conflicting() ? "" : number(o.standardError()),
                o.published().toString(),
                series.source(),
                o.basis().name(),
                o.status().sdmxCode(),
                o.batch().release(),
                note == null ? "" : note);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : NumberText.published(value);
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }
}
