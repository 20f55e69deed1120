package org.tidemark.streams.metrics;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tidemark.engine.store.HeldIndicators;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.wire.Codecs;

/** Sources of which nothing is awaited, since every series that they have spoken of has ended: they cannot be late. */
final class EndedSources {
    private EndedSources() {}

    /**
     * Those that are held.
     *
     * @param ended whether an indicator is asked for no more
     */
    static Set<String> of(StoreAccess stores, Codecs codecs, Predicate<String> ended) {
        Set<String> over = new TreeSet<>();
        Set<String> going = new TreeSet<>();
        try {
            HeldIndicators held = HeldIndicators.reading(stores, codecs);
            PublicationStore.reading(stores).eachPlace((economy, source) -> {
                if (!going.contains(source)) {
                    (held.all(economy, source, ended) ? over : going).add(source);
                }
            });
        } catch (StoresUnavailableException e) {
            // tidemark_stores_readable says so.
            return Set.of();
        }
        over.removeAll(going);
        return over;
    }
}
