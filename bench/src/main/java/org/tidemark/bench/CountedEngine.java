package org.tidemark.bench;

import java.time.Instant;
import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.engine.flow.EngineParts;
import org.tidemark.engine.flow.PanelEngine;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Watermark;
import org.tidemark.wire.Codecs;

/** Engines in memory that count what they say of a measure. A figure that is refused ends the run: its cost is no cost of an estimate. */
final class CountedEngine {
    static final String ECONOMY = "US";

    private final Catalogue catalogue;
    private final EconomyEngine economies;
    private final PanelEngine panels;
    private final String counted;
    private long said;

    /**
     * Empty engines.
     *
     * @param counted measure or concept of the estimates that are counted
     */
    CountedEngine(Catalogue catalogue, String counted) {
        this.catalogue = catalogue;
        this.counted = counted;
        EngineParts parts = new EngineParts(catalogue, Codecs.singleObject(), FlowListener.NONE, Rederivation.none());
        economies = new EconomyEngine(
                parts, new MemoryTables(), new Task("economies", 0), FutureGuard.NONE, () -> Instant.EPOCH, this::take);
        panels = new PanelEngine(parts, new MemoryTables(), new Task("panels", 0), this::take);
    }

    private void take(Output output) {
        if (output instanceof Output.Refused refused) {
            throw new IllegalStateException(
                    "a made figure is refused, so that nothing would be measured: " + refused.rejection());
        }
        if (output instanceof Output.Estimated estimated
                && !estimated.estimate().levels().isEmpty()) {
            String measure = estimated.estimate().key().measure();
            boolean asked = counted.isEmpty()
                    || measure.equals(counted)
                    || estimated.estimate().key().concept().equals(counted);
            said += asked ? 1 : 0;
        }
    }

    /** How many estimates with a number were said. */
    long said() {
        return said;
    }

    /** A figure of a release of one economy. */
    void figure(FigureId figure, double value, BatchId batch, int ordinal) {
        economies.accept(new Observation(
                figure,
                value,
                null,
                catalogue.units(figure.series().indicator()).get(0),
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                batch,
                ordinal,
                batch.published(),
                null));
    }

    void end(BatchId batch, int figures) {
        economies.accept(new ReleaseEnd(ECONOMY, batch, figures, false, false));
    }

    /** What an instant brings of economies that are compared. */
    void panel(List<FigureId> figures, List<Double> values, BatchId batch) {
        for (int i = 0; i < figures.size(); i++) {
            CurrentValue now = new CurrentValue(values.get(i), null, batch.published());
            panels.accept(new ValueChange(figures.get(i), CurrentValue.NONE, now, batch, false));
        }
        Watermark.onEach("bench", batch.published(), 1, false).forEach(panels::accept);
    }
}
