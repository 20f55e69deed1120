package org.tidemark.accuracy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.projection.EconomyProjection;
import org.tidemark.projection.ProjectionPool;

/** What becomes of the projections of one economy at an instant: those whose figure has come are scored, new ones are kept. */
public final class ProjectionLedger {
    private static final int[] MONTHS = {12, 36, 60};
    private static final double MONTHS_A_YEAR = 12;
    /** Where figures are farther apart than this, the next one is that of one year ahead, years. */
    private static final double NEXT_MAX = 0.75;

    private final String economy;
    private PendingProjections pending;

    /** Goes on from what waits. */
    public ProjectionLedger(String economy, PendingProjections pending) {
        this.economy = economy;
        this.pending = pending;
    }

    /** What waits now. */
    public PendingProjections pending() {
        return pending;
    }

    /** A figure is said for the first time: scores what was projected of it. */
    public List<MaturedProjection> came(Instant at, Measurement figure) {
        List<PendingProjection> due = pending.due(figure);
        pending = pending.without(due);
        return due.stream()
                .map(one -> MaturedProjection.of(one, economy, at, figure.time(), figure.share()))
                .toList();
    }

    /** Keeps what is projected now, where that rests on a newer figure than before. */
    public void project(EconomyProjection outlook) {
        List<Measurement> past = outlook.figures();
        Measurement last = past.get(past.size() - 1);
        if (last.time() <= pending.newest()) {
            return;
        }
        List<PendingProjection> made = new ArrayList<>();
        if (past.size() >= BankModel.EARLY_MIN) {
            double step = last.time() - past.get(past.size() - 2).time();
            if (step > 0 && step < NEXT_MAX) {
                made.add(made(PenetrationReport.MEASURE, PendingProjection.NEXT, step, outlook.alone(step), past));
            }
            for (int months : MONTHS) {
                double years = months / MONTHS_A_YEAR;
                if (months <= MONTHS_A_YEAR || past.size() >= BankModel.OBSERVATIONS_MIN) {
                    made.add(made(PenetrationReport.MEASURE, months, years, outlook.alone(years), past));
                    made.add(made(ProjectionPool.MEASURE, months, years, outlook.projected(years), past));
                }
            }
        }
        pending = pending.with(last.time(), made);
    }

    private static PendingProjection made(
            String measure, int months, double years, Banded band, List<Measurement> past) {
        double from = past.get(past.size() - 1).time();
        return new PendingProjection(
                measure,
                months,
                from,
                from + years,
                band,
                NaiveForecasts.last(past),
                NaiveForecasts.drift(past, years));
    }
}
