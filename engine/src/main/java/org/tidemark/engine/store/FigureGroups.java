package org.tidemark.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.table.Entry;

/** Gathers the entries of a walk by figure: keys that differ in nothing but the instant they end with. */
final class FigureGroups implements Predicate<Entry<Held>> {
    private final Predicate<List<Entry<Held>>> wantsMore;
    private final List<Entry<Held>> group = new ArrayList<>();

    FigureGroups(Predicate<List<Entry<Held>>> wantsMore) {
        this.wantsMore = wantsMore;
    }

    @Override
    public boolean test(Entry<Held> next) {
        boolean more = true;
        if (!group.isEmpty() && !FigureKeys.isOfOneFigure(group.get(0).key(), next.key())) {
            more = wantsMore.test(group);
            group.clear();
        }
        group.add(next);
        return more;
    }

    /** Hands the last group on, unless the walk was ended before. */
    boolean end(boolean atEnd) {
        return atEnd && (group.isEmpty() || wantsMore.test(group));
    }
}
