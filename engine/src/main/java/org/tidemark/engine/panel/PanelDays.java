package org.tidemark.engine.panel;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.calendar.ReleaseCalendar;
import org.tidemark.calendar.Rhythm;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.store.PublicationStore;
import org.tidemark.engine.table.TableReaders;

/** When each source is expected that has spoken of what crosses economies. */
final class PanelDays {
    private final Catalogue catalogue;
    private final SortedMap<String, SortedSet<Instant>> stated = new TreeMap<>();

    PanelDays(Catalogue catalogue, TableReaders tables) {
        this.catalogue = catalogue;
        PublicationStore.readingPanels(tables).each((source, of) -> stated.put(source, of.stated()));
    }

    /**
     * The next release of a source, where it has a day or a rhythm.
     *
     * @param known when what is believed of it became known: stands for what it said where that was said too seldom
     */
    Optional<ExpectedRelease> next(String source, SortedSet<Instant> known) {
        SortedSet<Instant> said = stated.getOrDefault(source, Collections.emptySortedSet());
        SortedSet<Instant> instants = new TreeSet<>(said.size() < Rhythm.RELEASES_MIN ? known : said);
        return ReleaseCalendar.next(instants, catalogue.source(source));
    }
}
