package org.tidemark.engine.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.store.CurrentValues;
import org.tidemark.engine.store.FigureBeliefs;
import org.tidemark.engine.store.HeapBeliefs;
import org.tidemark.figures.BoundedCache;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;

/** Where what is believed of the figures of an economy, or of a panel, is kept for composing. */
public interface Beliefs {
    /** What was believed just before an instant, which is then taken in. */
    FigureBeliefs before(InstantApplied instant);

    /** What is to be filled anew. */
    FigureBeliefs anew(String economy);

    /** Kept in a table, since what it says is nowhere else. */
    static Beliefs stored(FigureBeliefs store) {
        return new Beliefs() {
            @Override
            public FigureBeliefs before(InstantApplied instant) {
                return store;
            }

            @Override
            public FigureBeliefs anew(String economy) {
                return store;
            }
        };
    }

    /**
     * Kept in the heap, and worked out anew from the vintages when it is not there.
     *
     * @param kept of which figures
     */
    static Beliefs cached(CurrentValues values, Predicate<FigureId> kept) {
        BoundedCache<String, HeapBeliefs> cache = new BoundedCache<>(BoundedCache.FIGURES_MAX, HeapBeliefs::size);
        return new Beliefs() {
            @Override
            public FigureBeliefs before(InstantApplied instant) {
                HeapBeliefs found = cache.get(instant.economy(), economy -> asBefore(instant));
                cache.put(instant.economy(), found);
                return found;
            }

            private HeapBeliefs asBefore(InstantApplied instant) {
                Map<FigureId, CurrentValue> before = new HashMap<>();
                instant.changes().forEach(change -> before.put(change.figure(), change.before()));
                HeapBeliefs store = new HeapBeliefs();
                values.each(instant.economy(), (figure, now) -> put(figure, before.getOrDefault(figure, now), store));
                // Of some of these nothing is believed any more.
                before.forEach((figure, then) -> put(figure, then, store));
                return store;
            }

            private void put(FigureId figure, CurrentValue belief, HeapBeliefs store) {
                if (belief.since() != null && kept.test(figure)) {
                    boolean unused = store.put(figure, belief.value(), belief.standardError(), belief.since());
                }
            }

            @Override
            public FigureBeliefs anew(String economy) {
                HeapBeliefs store = new HeapBeliefs();
                cache.put(economy, store);
                return store;
            }
        };
    }
}
