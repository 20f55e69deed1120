package org.tidemark.api.query;

import java.io.Writer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.told.BandText;
import org.tidemark.told.Told;

/**
 * Estimates as CSV, one row for each horizon: the one layout of the query API and of a replay's {@code estimates.csv}.
 * An estimate that rests on nothing has no level and therefore no row.
 */
public final class EstimateCsv extends CsvRows<Estimate> {
    public static final String HEADER =
            "as_of,measure,concept,economy,sector,period,horizon,value,lower80,upper80,lower95,upper95,p_negative,unit,inputs,model,period_start,period_end";

    /** What the query API tells besides: which level a row is, of which day, and how people read it. */
    static final String TELLING = ",level,date,said";

    private final @Nullable Horizon only;
    private final @Nullable Days days;

    private EstimateCsv(Writer out, @Nullable Horizon only, @Nullable Days days) {
        super(out, days == null ? HEADER : HEADER + TELLING);
        this.only = only;
        this.days = days;
    }

    /** Begins with the header. What is written reaches {@code out} with {@link #flush} at the latest. */
    public static EstimateCsv begin(Writer out) {
        return new EstimateCsv(out, null, null);
    }

    /**
     * As above, with what is told on a day: a row more, of the nowcast, and which level each row is.
     *
     * @param only the horizon whose rows are written, or null for all
     */
    static EstimateCsv begin(Writer out, @Nullable Horizon only, Days days) {
        return new EstimateCsv(out, only, days);
    }

    @Override
    public void write(Estimate estimate) {
        for (HorizonValue level : estimate.levels()) {
            if (only == null || level.horizon() == only) {
                row(cells(estimate, level.horizon().name(), level.band(), level.pNegative())
                        .with(days == null ? List.of() : telling(estimate, level)));
            }
        }
        if (days != null && only == null) {
            Told told = days.told(estimate);
            told.nowcast()
                    .ifPresent(band -> row(cells(estimate, "", band, null)
                            .with(List.of(
                                    "nowcast",
                                    told.day().toString(),
                                    BandText.of(band).toString()))));
        }
    }

    private static List<String> telling(Estimate estimate, HorizonValue level) {
        Horizon horizon = level.horizon();
        String name = horizon == Horizon.P0D ? "latest" : horizon == Horizon.NOW ? "at_publication" : "projection";
        LocalDate date = horizon == Horizon.NOW
                ? LocalDate.ofInstant(estimate.asOf(), ZoneOffset.UTC)
                : estimate.period().end().plusYears(horizon.yearsAhead());
        return List.of(name, date.toString(), Told.said(estimate, level.band()));
    }

    private record Cells(List<String> first) {
        String[] with(List<String> more) {
            return Stream.of(first, more).flatMap(List::stream).toArray(String[]::new);
        }
    }

    private static Cells cells(Estimate estimate, String horizon, Banded band, @Nullable Double negative) {
        EstimateKey key = estimate.key();
        return new Cells(List.of(
                estimate.asOf().toString(),
                key.measure(),
                key.concept(),
                key.economy(),
                key.sector(),
                estimate.period().label(),
                horizon,
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
                end(estimate.period())));
    }
}
