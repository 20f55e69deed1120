package org.tidemark.standalone.accuracy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Role;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.Rejection;

/** Keeps of all that is read when each source spoke, and every vintage of adoption by whole economies. */
public final class CalendarCollector implements LoadTarget {
    private final Catalogue catalogue;
    private final SortedMap<String, SortedSet<Instant>> spoken = new TreeMap<>();
    private final SortedMap<String, SortedSet<Instant>> counted = new TreeMap<>();
    private final List<Observation> adoption = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    public CalendarCollector(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Instants that a usual lag has counted from what the figures are about, by source: of one that has said none. */
    SortedMap<String, SortedSet<Instant>> counted() {
        SortedMap<String, SortedSet<Instant>> alone = new TreeMap<>(counted);
        alone.keySet().removeAll(spoken.keySet());
        return alone;
    }

    /** The instants at which each source spoke, by its files or their dates. */
    SortedMap<String, SortedSet<Instant>> spoken() {
        return spoken;
    }

    /** Every vintage of adoption by whole economies, in the order of publication. */
    List<Observation> adoption() {
        return adoption.stream()
                .sorted((one, other) -> one.published().compareTo(other.published()))
                .toList();
    }

    /** What was refused while it was read. */
    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    @Override
    public PastLoads pastLoads() {
        return new PastLoads(List.of());
    }

    @Override
    public PastFigures pastFigures(Set<String> sources) {
        return new PastFigures();
    }

    @Override
    public void note(Load load) {
        // Nobody asks what was loaded for a table.
    }

    @Override
    public void send(Event event) {
        if (!(event instanceof Observation observation)) {
            return;
        }
        SeriesId series = observation.figure().series();
        (observation.basis() == PublishedBasis.LAG ? counted : spoken)
                .computeIfAbsent(series.source(), s -> new TreeSet<>())
                .add(observation.published());
        boolean read = catalogue
                .indicator(series.indicator())
                .filter(i -> i.role() == Role.ADOPTION
                        && i.thinning().keeps(observation.figure().period()))
                .isPresent();
        if (read && series.sector().equals(SeriesId.TOTAL)) {
            adoption.add(observation);
        }
    }

    @Override
    public void closed(Instant published, boolean last) {
        // All is read before anything is made of it.
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    @Override
    public void flush() {
        // Each event is taken at once.
    }
}
