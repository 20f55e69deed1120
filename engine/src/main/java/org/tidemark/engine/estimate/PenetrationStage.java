package org.tidemark.engine.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.change.Derived;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.change.Rederived;
import org.tidemark.engine.publish.EstimateOutlet;
import org.tidemark.engine.store.CurrentValues;
import org.tidemark.engine.store.DerivationStore;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.figures.BoundedCache;
import org.tidemark.news.News;
import org.tidemark.news.PenetrationNews;
import org.tidemark.penetration.PenetrationTerms;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;

/**
 * Keeps penetration per economy, sector and concept: one update of each cell for all releases of one instant. What it
 * folds is in the heap, and worked out anew from the vintages when it is not there.
 */
public final class PenetrationStage implements Derived {
    private final Catalogue catalogue;
    private final CeilingPrior ceilings;
    private final PenetrationTerms terms;
    private final CurrentValues values;
    private final DerivationStore derivations;
    private final LatestEstimateStore published;
    private final EstimateOutlet out;
    private final BoundedCache<String, EconomyCells> cache;

    /** Says what is estimated, and how. */
    public PenetrationStage(
            Catalogue catalogue,
            CeilingPrior ceilings,
            CurrentValues values,
            DerivationStore derivations,
            LatestEstimateStore published,
            EstimateOutlet out) {
        this.catalogue = catalogue;
        this.ceilings = ceilings;
        this.terms = new PenetrationTerms(catalogue);
        this.values = values;
        this.derivations = derivations;
        this.published = published;
        this.out = out;
        this.cache = new BoundedCache<>(BoundedCache.FIGURES_MAX, EconomyCells::size);
    }

    @Override
    public void applied(InstantApplied instant, Instant at) {
        EconomyCells cells = cache.get(instant.economy(), economy -> asBefore(instant));
        CellChanges changes = new CellChanges();
        instant.changes().forEach(change -> cells.take(change, changes));
        cells.dirty().forEach(cell -> update(cell.getKey(), cell.getValue(), changes));
        cache.put(instant.economy(), cells);
    }

    /** The cells of an economy as they were before an instant that is in the tables already. */
    private EconomyCells asBefore(InstantApplied instant) {
        Map<FigureId, CurrentValue> before = new HashMap<>();
        instant.changes().forEach(change -> before.put(change.figure(), change.before()));
        EconomyCells cells = new EconomyCells(catalogue);
        values.each(instant.economy(), (figure, now) -> {
            CurrentValue then = before.remove(figure);
            cells.put(figure, then == null ? now : then);
        });
        // Of these nothing is believed any more.
        before.forEach(cells::put);
        cells.settle();
        return cells;
    }

    /** Every cell of an economy from its first figure on; what comes out as it was said last is not said again. */
    @Override
    public void rederived(Rederived anew) {
        EconomyCells cells = new EconomyCells(catalogue);
        anew.figures().forEach(figure -> cells.put(figure.figure(), figure.after()));
        Set<EstimateKey> there = new HashSet<>();
        cells.dirty().forEach(cell -> {
            EstimateKey key = cell.getKey();
            String unit = cell.getValue().unit();
            there.add(key);
            CellRun.Result result = cell.getValue().fold();
            say(anew, estimate(key, unit, result, Instant.EPOCH), () -> estimate(key, unit, result, anew.since()));
        });
        withdrawn(anew, there).forEach(gone -> say(anew, gone, () -> gone));
        cache.put(anew.economy(), cells);
    }

    /** What is estimated from nothing any more. */
    private List<Estimate> withdrawn(Rederived anew, Set<EstimateKey> there) {
        List<Estimate> gone = new ArrayList<>();
        published.each(anew.economy(), last -> {
            if (last.inputs() > 0
                    && last.key().measure().equals(PenetrationReport.MEASURE)
                    && !there.contains(last.key())) {
                gone.add(Estimate.withdrawn(last.key(), anew.since(), BankModel.VERSION, last.unit()));
            }
            return true;
        });
        return gone;
    }

    /** Says an estimate where it is another than the last, as known from the change on. */
    private void say(Rederived anew, Estimate asKnown, Supplier<Estimate> fromNowOn) {
        Estimate before = published.of(asKnown.key()).orElse(null);
        if (asKnown.equals(before)) {
            return;
        }
        derivations.floor(asKnown.key(), anew.since());
        Estimate estimate = fromNowOn.get();
        out.take(estimate);
        if (before != null && News.isMove(before, estimate)) {
            out.take(News.because(anew.line(), before, estimate));
        }
    }

    private void update(EstimateKey cell, CellRun run, CellChanges changes) {
        CellRun.Result result = run.fold();
        if (result.changed()) {
            Estimate before = published.of(cell).orElse(null);
            Estimate estimate = estimate(cell, run.unit(), result, Instant.EPOCH);
            out.take(estimate);
            if (before != null && News.isMove(before, estimate)) {
                out.take(news(before, estimate, result, changes));
            }
        }
    }

    private News news(Estimate before, Estimate after, CellRun.Result result, CellChanges changes) {
        CellRun.Folded kept = result.kept();
        CellRun.Folded was = result.before();
        PenetrationNews.Update update = new PenetrationNews.Update(
                after.key(),
                after.asOf(),
                after.unit(),
                before.level(Horizon.P0D).orElseThrow(),
                was == null ? before.asOf() : was.knownAt(),
                catalogue.recipes().releases());
        return PenetrationNews.of(
                update,
                kept == null ? null : kept.track().bank(),
                changes.slots(after.key(), result.read()),
                after.level(Horizon.P0D).orElseThrow());
    }

    /** The estimate of a fold, known no earlier than an instant and than the floor of its cell. */
    private Estimate estimate(EstimateKey cell, String unit, CellRun.Result result, Instant notBefore) {
        CellRun.Folded folded = result.after();
        Instant floor = latest(notBefore, derivations.floor(cell));
        return folded == null
                ? Estimate.withdrawn(cell, latest(floor, result.knownAt()), BankModel.VERSION, unit)
                : terms.on(
                        PenetrationReport.of(
                                folded.track(),
                                new PenetrationReport.Basis(
                                        cell,
                                        latest(floor, folded.knownAt()),
                                        folded.newest(),
                                        unit,
                                        folded.standardError()),
                                ceilings),
                        folded.standardError(),
                        folded.pace());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
