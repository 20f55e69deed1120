package org.tidemark.streams.query;

import java.io.Writer;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;

/**
 * Estimates as CSV, one row for each horizon: the one layout of the query API and of a replay's {@code estimates.csv}.
 * An estimate that rests on nothing has no level and therefore no row.
 */
public final class EstimateCsv extends CsvRows<Estimate> {
    public static final String HEADER =
            "as_of,measure,concept,economy,sector,period,horizon,value,lower80,upper80,lower95,upper95,p_negative,unit,inputs,model,period_start,period_end";

    private final @Nullable Horizon only;

    private EstimateCsv(Writer out, @Nullable Horizon only) {
        super(out, HEADER);
        this.only = only;
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static EstimateCsv begin(Writer out) {
        return begin(out, null);
    }

    /**
     * As above, restricted.
     *
     * @param only the horizon whose rows are written, or null for all
     */
    static EstimateCsv begin(Writer out, @Nullable Horizon only) {
        return new EstimateCsv(out, only);
    }

    @Override
    public void write(Estimate estimate) {
        for (HorizonValue level : estimate.levels()) {
            if (only == null || level.horizon() == only) {
                write(estimate, level);
            }
        }
    }

    private void write(Estimate estimate, HorizonValue level) {
        EstimateKey key = estimate.key();
        Banded band = level.band();
        Double negative = level.pNegative();
        row(
                estimate.asOf().toString(),
                key.measure(),
                key.concept(),
                key.economy(),
                key.sector(),
                estimate.period().label(),
                level.horizon().name(),
                NumberText.estimated(band.value()),
                NumberText.estimated(band.lower80()),
                NumberText.estimated(band.upper80()),
                NumberText.estimated(band.lower95()),
                NumberText.estimated(band.upper95()),
                negative == null ? "" : NumberText.estimated(negative),
                estimate.unit(),
                Integer.toString(estimate.inputs()),
                estimate.model(),
                start(estimate.period()),
                end(estimate.period()));
    }
}
