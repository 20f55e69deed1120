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
    static final String TELLING = ",level,date,said,age_days,stale";

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
        Told told = days == null ? null : days.told(estimate);
        for (HorizonValue level : estimate.levels()) {
            if (only == null || level.horizon() == only) {
                row(cells(estimate, level.horizon().name(), level.band(), level.pNegative())
                        .with(told == null ? List.of() : telling(told, level)));
            }
        }
        if (told != null && only == null) {
            nowcast(told);
        }
    }

    private void nowcast(Told told) {
        told.nowcast()
                .ifPresent(band -> row(cells(told.estimate(), "", band, null)
                        .with(telling(
                                told, "nowcast", told.day(), BandText.of(band).toString()))));
    }

    private static List<String> telling(Told told, HorizonValue level) {
        Estimate estimate = told.estimate();
        Horizon horizon = level.horizon();
        String name = horizon == Horizon.P0D ? "latest" : horizon == Horizon.NOW ? "at_publication" : "projection";
        LocalDate date = horizon == Horizon.NOW
                ? LocalDate.ofInstant(estimate.asOf(), ZoneOffset.UTC)
                : estimate.period().middle().plusYears(horizon.yearsAhead());
        return telling(told, name, date, Told.said(estimate, level.band()));
    }

    /** The age is that of the newest figure, in every row. */
    private static List<String> telling(Told told, String level, LocalDate date, String said) {
        return List.of(level, date.toString(), said, Long.toString(told.ageDays()), Boolean.toString(told.isStale()));
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
