package org.tidemark.api.query;

import java.io.Writer;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tidemark.alert.AlertEvent;
import org.tidemark.series.Period;

/** Alerts as CSV: the one layout of the query API and of a replay's {@code alerts.csv}. */
public final class AlertCsv extends CsvRows<AlertEvent> {
    public static final String HEADER =
            "as_of,rule,economy,sector,concept,subject,event,probability,value,unit,period,releases,severity,audience,"
                    + "message,rules,attribution,period_start,period_end,reason";

    private AlertCsv(Writer out) {
        super(out, HEADER);
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static AlertCsv begin(Writer out) {
        return new AlertCsv(out);
    }

    @Override
    public void write(AlertEvent e) {
        Period period = e.period();
        Double value = e.value();
        row(
                e.asOf().toString(),
                e.key().rule(),
                e.key().economy(),
                e.key().sector(),
                e.key().concept(),
                e.key().subject(),
                e.kind().written(),
                NumberText.estimated(e.probability()),
                value == null ? "" : NumberText.estimated(value),
                e.unit(),
                period == null ? "" : period.label(),
                releases(e),
                severity(e),
                e.audience(),
                e.message(),
                e.rules(),
                e.attribution().written(),
                start(period),
                end(period),
                e.reason().written());
    }

    static String severity(AlertEvent e) {
        return e.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String releases(AlertEvent e) {
        return e.witnesses().stream().map(w -> w.releases()).distinct().collect(Collectors.joining("; "));
    }
}
