package org.tidemark.streams.estimate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.Reading;
import org.tidemark.news.News;
import org.tidemark.news.PenetrationNews;
import org.tidemark.revise.Belief;
import org.tidemark.revise.Change;
import org.tidemark.series.FigureId;
import org.tidemark.streams.rederive.Rederived;
import org.tidemark.streams.revise.InstantApplied;
import org.tidemark.streams.state.CellStore;
import org.tidemark.streams.state.CellStore.Cell;
import org.tidemark.streams.state.CheckpointStore;
import org.tidemark.streams.state.CheckpointStore.Folded;
import org.tidemark.streams.state.DerivationStore;
import org.tidemark.streams.state.LatestEstimateStore;
import org.tidemark.streams.state.ReadingStore;
import org.tidemark.wire.Codecs;

/** Keeps penetration per economy, sector and concept: one update of each cell for all releases of one instant. */
public final class PenetrationProcessor implements Processor<String, Object, EstimateKey, Object> {
    private final Catalogue catalogue;
    private final CeilingPrior ceilings;
    private final Codecs codecs;
    private final List<String> news;
    private @Nullable ProcessorContext<EstimateKey, Object> context;
    private @Nullable ReadingStore readings;
    private @Nullable CellStore cells;
    private @Nullable CheckpointStore checkpoints;
    private @Nullable LatestEstimateStore published;
    private @Nullable DerivationStore derivations;

    /**
     * Says what is estimated, and how.
     *
     * @param news the children that take news; estimates go to all of them
     */
    public PenetrationProcessor(Catalogue catalogue, CeilingPrior ceilings, Codecs codecs, List<String> news) {
        this.catalogue = catalogue;
        this.ceilings = ceilings;
        this.codecs = codecs;
        this.news = List.copyOf(news);
    }

    @Override
    public void init(ProcessorContext<EstimateKey, Object> context) {
        this.context = context;
        readings = new ReadingStore(context.getStateStore(ReadingStore.NAME));
        cells = new CellStore(context.getStateStore(CellStore.NAME));
        derivations = new DerivationStore(context.getStateStore(DerivationStore.NAME));
        checkpoints = new CheckpointStore(context.getStateStore(CheckpointStore.NAME));
        KeyValueStore<Bytes, byte[]> latest = context.getStateStore(LatestEstimateStore.NAME);
        published = LatestEstimateStore.reading(latest, codecs);
    }

    @Override
    public void process(Record<String, Object> record) {
        if (record.value() instanceof Rederived anew) {
            derive(anew);
        } else if (record.value() instanceof InstantApplied instant) {
            process(instant);
        }
    }

    private void process(InstantApplied instant) {
        CellChanges changes = new CellChanges();
        instant.changes().forEach(change -> take(change, changes));
        Objects.requireNonNull(cells).dirty(instant.economy()).forEach(cell -> update(cell, changes));
    }

    /** Every cell of an economy from its first figure on; what comes out as it was said last is not said again. */
    private void derive(Rederived anew) {
        Set<Bytes> places = new HashSet<>();
        Objects.requireNonNull(checkpoints).forget(anew.economy());
        Objects.requireNonNull(cells).forget(anew.economy());
        for (Change figure : anew.figures()) {
            Indicator indicator = read(figure.figure());
            Instant since = figure.after().since();
            if (indicator != null && since != null) {
                EstimateKey cell = cell(figure.figure(), indicator);
                Bytes unused = Objects.requireNonNull(readings)
                        .put(cell, figure.figure(), since, reading(figure.figure(), figure.after(), indicator));
                places.add(ReadingStore.position(cell, figure.figure()));
                cells.touch(cell, indicator.unit(), ReadingStore.first(cell));
            }
        }
        Objects.requireNonNull(readings).retain(anew.economy(), places);
        Set<EstimateKey> there = new HashSet<>();
        for (Cell cell : cells.dirty(anew.economy())) {
            there.add(cell.key());
            Refold.Result result = new Refold(readings, checkpoints).of(cell);
            cells.settle(cell);
            say(anew, estimate(cell, result, Instant.EPOCH), () -> estimate(cell, result, anew.since()));
        }
        withdrawn(anew, there).forEach(gone -> say(anew, gone, () -> gone));
    }

    /** What is estimated from nothing any more. */
    private List<Estimate> withdrawn(Rederived anew, Set<EstimateKey> there) {
        List<Estimate> gone = new ArrayList<>();
        Objects.requireNonNull(published).each(anew.economy(), last -> {
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
        Estimate before = Objects.requireNonNull(published).of(asKnown.key()).orElse(null);
        if (asKnown.equals(before)) {
            return;
        }
        Objects.requireNonNull(derivations).floor(asKnown.key(), anew.since());
        Estimate estimate = fromNowOn.get();
        ProcessorContext<EstimateKey, Object> out = Objects.requireNonNull(context);
        Record<EstimateKey, Object> record =
                new Record<>(estimate.key(), estimate, estimate.asOf().toEpochMilli());
        out.forward(record);
        if (before != null && News.isMove(before, estimate)) {
            Record<EstimateKey, Object> told = record.withValue(News.because(anew.line(), before, estimate));
            news.forEach(child -> out.forward(told, child));
        }
    }

    /** The indicator of a figure that is read; null of one that is not. */
    private @Nullable Indicator read(FigureId figure) {
        Indicator indicator = catalogue.indicator(figure.series().indicator()).orElse(null);
        return indicator == null
                        || indicator.role() != Role.ADOPTION
                        || !indicator.thinning().keeps(figure.period())
                ? null
                : indicator;
    }

    private static EstimateKey cell(FigureId figure, Indicator indicator) {
        return new EstimateKey(
                figure.series().economy(), figure.series().sector(), PenetrationReport.MEASURE, indicator.concept());
    }

    private void take(Change change, CellChanges changes) {
        FigureId figure = change.figure();
        Indicator indicator = read(figure);
        if (indicator == null) {
            return;
        }
        EstimateKey cell = cell(figure, indicator);
        ReadingStore store = Objects.requireNonNull(readings);
        Instant since = change.after().since();
        Reading now = reading(figure, change.after(), indicator);
        Bytes changed = since == null ? store.remove(cell, figure) : store.put(cell, figure, since, now);
        if (changed != null) {
            Objects.requireNonNull(cells).touch(cell, indicator.unit(), changed);
            changes.add(cell, changed, change, reading(figure, change.before(), indicator), now);
        }
    }

    /** The figure as a share, or null when it is withdrawn or no share: an indicator of a user's own may be a count. */
    private static @Nullable Reading reading(FigureId figure, Belief belief, Indicator indicator) {
        double whole = "percent".equals(indicator.unit()) ? 100 : 1;
        double share = belief.value() == null ? Double.NaN : belief.value() / whole;
        if (!(share >= 0 && share <= 1)) {
            return null;
        }
        Double published = belief.standardError();
        double standardError = published == null ? indicator.noise() : published;
        return new Reading(figure.period().midYear(), share, standardError / whole);
    }

    private void update(Cell cell, CellChanges changes) {
        Refold.Result result =
                new Refold(Objects.requireNonNull(readings), Objects.requireNonNull(checkpoints)).of(cell);
        Objects.requireNonNull(cells).settle(cell);
        if (result.changed()) {
            Estimate before = Objects.requireNonNull(published).of(cell.key()).orElse(null);
            Estimate estimate = estimate(cell, result, Instant.EPOCH);
            ProcessorContext<EstimateKey, Object> out = Objects.requireNonNull(context);
            Record<EstimateKey, Object> record =
                    new Record<>(cell.key(), estimate, estimate.asOf().toEpochMilli());
            out.forward(record);
            if (before != null && News.isMove(before, estimate)) {
                Record<EstimateKey, Object> told = record.withValue(news(before, estimate, result, changes));
                news.forEach(child -> out.forward(told, child));
            }
        }
    }

    private News news(Estimate before, Estimate after, Refold.Result result, CellChanges changes) {
        Folded kept = result.kept();
        Folded was = result.before();
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
    private Estimate estimate(Cell cell, Refold.Result result, Instant notBefore) {
        Folded folded = result.after();
        Instant floor = latest(notBefore, Objects.requireNonNull(derivations).floor(cell.key()));
        return folded == null
                ? Estimate.withdrawn(cell.key(), latest(floor, result.knownAt()), BankModel.VERSION, cell.unit())
                : PenetrationReport.of(
                        folded.track(),
                        new PenetrationReport.Basis(
                                cell.key(),
                                latest(floor, folded.knownAt()),
                                folded.newest(),
                                cell.unit(),
                                folded.standardError()),
                        ceilings);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
