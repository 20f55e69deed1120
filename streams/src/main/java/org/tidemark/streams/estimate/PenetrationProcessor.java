package org.tidemark.streams.estimate;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.Reading;
import org.tidemark.revise.Belief;
import org.tidemark.revise.Change;
import org.tidemark.series.FigureId;
import org.tidemark.streams.revise.InstantApplied;
import org.tidemark.streams.state.CellStore;
import org.tidemark.streams.state.CellStore.Cell;
import org.tidemark.streams.state.CheckpointStore;
import org.tidemark.streams.state.CheckpointStore.Folded;
import org.tidemark.streams.state.ReadingStore;

/** Keeps penetration per economy, sector and concept: one update of each cell for all releases of one instant. */
public final class PenetrationProcessor implements Processor<String, InstantApplied, EstimateKey, Estimate> {
    private final Catalogue catalogue;
    private final CeilingPrior ceilings;
    private @Nullable ProcessorContext<EstimateKey, Estimate> context;
    private @Nullable ReadingStore readings;
    private @Nullable CellStore cells;
    private @Nullable CheckpointStore checkpoints;

    public PenetrationProcessor(Catalogue catalogue, CeilingPrior ceilings) {
        this.catalogue = catalogue;
        this.ceilings = ceilings;
    }

    @Override
    public void init(ProcessorContext<EstimateKey, Estimate> context) {
        this.context = context;
        readings = new ReadingStore(context.getStateStore(ReadingStore.NAME));
        cells = new CellStore(context.getStateStore(CellStore.NAME));
        checkpoints = new CheckpointStore(context.getStateStore(CheckpointStore.NAME));
    }

    @Override
    public void process(Record<String, InstantApplied> record) {
        InstantApplied instant = record.value();
        instant.changes().forEach(this::take);
        Objects.requireNonNull(cells).dirty(instant.economy()).forEach(this::update);
    }

    private void take(Change change) {
        FigureId figure = change.figure();
        Indicator indicator = catalogue.indicator(figure.series().indicator()).orElse(null);
        if (indicator == null
                || indicator.role() != Role.ADOPTION
                || !indicator.thinning().keeps(figure.period())) {
            return;
        }
        EstimateKey cell = new EstimateKey(
                figure.series().economy(), figure.series().sector(), PenetrationReport.MEASURE, indicator.concept());
        ReadingStore store = Objects.requireNonNull(readings);
        Instant since = change.after().since();
        Bytes changed = since == null
                ? store.remove(cell, figure)
                : store.put(cell, figure, since, reading(figure, change.after(), indicator));
        if (changed != null) {
            Objects.requireNonNull(cells).touch(cell, indicator.unit(), changed);
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

    private void update(Cell cell) {
        Refold.Result result =
                new Refold(Objects.requireNonNull(readings), Objects.requireNonNull(checkpoints)).of(cell);
        Objects.requireNonNull(cells).settle(cell);
        if (result.changed()) {
            Estimate estimate = estimate(cell, result);
            Objects.requireNonNull(context)
                    .forward(new Record<>(cell.key(), estimate, estimate.asOf().toEpochMilli()));
        }
    }

    private Estimate estimate(Cell cell, Refold.Result result) {
        Folded folded = result.after();
        return folded == null
                ? Estimate.withdrawn(cell.key(), result.knownAt(), BankModel.VERSION, cell.unit())
                : PenetrationReport.of(
                        folded.track(),
                        new PenetrationReport.Basis(
                                cell.key(), folded.knownAt(), folded.newest(), cell.unit(), folded.standardError()),
                        ceilings);
    }
}
