package org.tidemark.api.query;

import java.io.Writer;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.series.Period;
import org.tidemark.told.BandText;

/** Smoothed paths as CSV, a row for each point. */
public final class SmoothedCsv extends CsvRows<SmoothedRow> {
    /** The columns. */
    public static final String HEADER =
            "measure,concept,economy,sector,period,value,lower80,upper80,lower95,upper95,unit,figure,said,period_start,period_end";

    private SmoothedCsv(Writer out) {
        super(out, HEADER);
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static SmoothedCsv begin(Writer out) {
        return new SmoothedCsv(out);
    }

    /** Writes all points of a path. */
    public void write(SmoothedPath path) {
        path.points().forEach(point -> write(new SmoothedRow(path.key(), path.unit(), point)));
    }

    @Override
    public void write(SmoothedRow row) {
        EstimateKey key = row.key();
        Banded level = row.point().level();
        Period period = row.point().period();
        row(
                key.measure(),
                key.concept(),
                key.economy(),
                key.sector(),
                period.label(),
                NumberText.estimated(level.value()),
                NumberText.estimated(level.lower80()),
                NumberText.estimated(level.upper80()),
                NumberText.estimated(level.lower95()),
                NumberText.estimated(level.upper95()),
                row.unit(),
                NumberText.published(row.point().figure()),
                BandText.of(level).toString(),
                start(period),
                end(period));
    }
}
