package org.tidemark.engine.panel;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.engine.change.Derived;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.change.Rederived;
import org.tidemark.engine.output.Output;
import org.tidemark.revise.ValueChange;
import org.tidemark.series.FigureId;
import org.tidemark.series.Watermark;

/** Sends what is compared across economies on from their partitions, and behind it that an instant is over there. */
public final class FeedStage implements Derived {
    private final List<MeasureRecipe> panels;
    private final PooledFigures pooled;
    private final Consumer<Output> out;

    public FeedStage(Catalogue catalogue, Consumer<Output> out) {
        this.panels = catalogue.recipes().measures().panels();
        this.pooled = new PooledFigures(catalogue);
        this.out = out;
    }

    @Override
    public void applied(InstantApplied applied, Instant at) {
        send(applied.economy(), applied.changes(), at);
    }

    @Override
    public void rederived(Rederived anew) {
        send(anew.economy(), anew.figures(), anew.since());
    }

    /** An instant is over on this partition. */
    public void closed(Watermark closing, Instant at) {
        out.accept(new Output.PanelWatermark(closing, at));
    }

    private boolean isCompared(FigureId figure) {
        return pooled.read(figure) != null || panels.stream().anyMatch(panel -> panel.takes(figure));
    }

    private void send(String economy, List<ValueChange> changes, Instant at) {
        changes.stream()
                .filter(change -> isCompared(change.figure()))
                .forEach(change -> out.accept(new Output.PanelChange(economy, change, at)));
    }
}
