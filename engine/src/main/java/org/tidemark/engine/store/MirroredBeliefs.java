package org.tidemark.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.BoundedCache;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;

/** Beliefs that are written to their table and read from the heap, where they are filled in from the table when they are not there. */
public final class MirroredBeliefs implements FigureBeliefs {
    private final BeliefStore store;
    private final BoundedCache<String, HeapBeliefs> heap =
            new BoundedCache<>(BoundedCache.FIGURES_MAX, HeapBeliefs::size);

    public MirroredBeliefs(BeliefStore store) {
        this.store = store;
    }

    private HeapBeliefs of(String economy) {
        return heap.get(economy, e -> {
            HeapBeliefs filled = new HeapBeliefs();
            store.each(e, (figure, belief) -> {
                boolean unused = filled.put(
                        figure, belief.value(), belief.standardError(), Objects.requireNonNull(belief.since()));
            });
            return filled;
        });
    }

    @Override
    public boolean put(FigureId figure, @Nullable Double value, @Nullable Double standardError, Instant since) {
        // The heap is asked first, else it would be filled with what is only now being put.
        String economy = figure.series().economy();
        HeapBeliefs beliefs = of(economy);
        boolean changed = beliefs.put(figure, value, standardError, since);
        heap.put(economy, beliefs);
        return changed && store.put(figure, value, standardError, since);
    }

    @Override
    public boolean remove(FigureId figure) {
        return of(figure.series().economy()).remove(figure) && store.remove(figure);
    }

    @Override
    public void retain(String economy, Collection<FigureId> figures) {
        of(economy).retain(economy, figures);
        store.retain(economy, figures);
    }

    @Override
    public void read(String indicator, HeldFigures into) {
        of(into.economy()).read(indicator, into);
    }
}
