package org.tidemark.api.query;

import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Observation;
import org.tidemark.series.PublicationPrecision;
import org.tidemark.series.SeriesId;
import org.tidemark.series.Withdrawal;

/**
 * Observations as CSV, in columns that every command reads again. A figure that is withdrawn or in conflict has no
 * value.
 */
public final class ObservationCsv extends CsvRows<VintageRow> {
    public static final String HEADER =
            "indicator,economy,sector,period,value,unit,standard_error,published,source,basis,status,release,note,period_start,period_end,published_precision";

    static final String CONFLICT = "conflicting: the source gave two values at this instant, neither is believed";

    static final String HELD = "held: its release is in quarantine and not believed";

    private ObservationCsv(Writer out) {
        super(out, HEADER);
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static ObservationCsv begin(Writer out) {
        return new ObservationCsv(out);
    }

    @Override
    public void write(VintageRow row) {
        Observation o = row.observation();
        SeriesId series = o.figure().series();
        Withdrawal word = row.withdrawal();
        String said = row.conflicting() ? CONFLICT : row.held() ? HELD : o.note();
        String note = word == null ? said : word.sentence();
        row(
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
                note == null ? "" : note,
                start(o.figure().period()),
                end(o.figure().period()),
                PublicationPrecision.of(o.published()).written());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : NumberText.published(value);
    }
}
