package org.tidemark.engine.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.tidemark.engine.change.InstantApplied;
import org.tidemark.engine.store.BeliefStore;
import org.tidemark.engine.store.CurrentValues;
import org.tidemark.engine.store.EconomyCache;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.revise.Belief;
import org.tidemark.series.FigureId;

/** Where what is believed of the figures of an economy, or of a panel, is kept for composing. */
public interface Beliefs {
    /** What was believed just before an instant, which is then taken in. */
    BeliefStore before(InstantApplied instant);

    /** What is to be filled anew. */
    BeliefStore anew(String economy);

    /** Kept in a table, since what it says is nowhere else. */
    static Beliefs stored(BeliefStore store) {
        return new Beliefs() {
            @Override
            public BeliefStore before(InstantApplied instant) {
                return store;
            }

            @Override
            public BeliefStore anew(String economy) {
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
        EconomyCache<BeliefStore> cache = new EconomyCache<>(EconomyCache.FIGURES_MAX, BeliefStore::size);
        return new Beliefs() {
            @Override
            public BeliefStore before(InstantApplied instant) {
                BeliefStore found = cache.get(instant.economy(), economy -> asBefore(instant));
                cache.trim();
                return found;
            }

            private BeliefStore asBefore(InstantApplied instant) {
                Map<FigureId, Belief> before = new HashMap<>();
                instant.changes().forEach(change -> before.put(change.figure(), change.before()));
                BeliefStore store = empty();
                values.each(instant.economy(), (figure, now) -> put(figure, before.getOrDefault(figure, now), store));
                // Of some of these nothing is believed any more.
                before.forEach((figure, then) -> put(figure, then, store));
                return store;
            }

            private void put(FigureId figure, Belief belief, BeliefStore store) {
                if (belief.since() != null && kept.test(figure)) {
                    boolean unused = store.put(figure, belief.value(), belief.standardError(), belief.since());
                }
            }

            @Override
            public BeliefStore anew(String economy) {
                BeliefStore store = empty();
                cache.put(economy, store);
                return store;
            }

            private static BeliefStore empty() {
                return new BeliefStore(new MemoryTables(), StorePlace.ECONOMIES);
            }
        };
    }
}
