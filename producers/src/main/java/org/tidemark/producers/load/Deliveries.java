package org.tidemark.producers.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.load.PastFigures.EarlierLoad;
import org.tidemark.publication.Delivery;
import org.tidemark.release.Load;
import org.tidemark.series.SeriesId;

/** Which file delivered each series first, and which of two files is the later vintage. Grows as files are planned. */
final class Deliveries {
    private final Map<Key, Delivery> byLoad = new HashMap<>();
    private final Map<SeriesId, Delivery> first = new HashMap<>();
    private final Map<String, Delivery> firstOfSource = new HashMap<>();

    private record Key(String source, String load) {}

    /** Names a file of this run; all of them must be named before anything else is asked. */
    void name(String source, Delivery delivery) {
        byLoad.put(new Key(source, delivery.load()), delivery);
    }

    /**
     * Takes in what earlier runs have noted, in the order in which they did.
     *
     * @param said by the loads of those sources that have one which did not note its series
     */
    void noted(Collection<Load> loads, PastFigures said, Catalogue catalogue) {
        for (Load load : loads) {
            EarlierLoad earlier = said.earlier(load.source(), load.load());
            Delivery delivery = byLoad.computeIfAbsent(
                    new Key(load.source(), load.load()),
                    key -> new Delivery(
                            load.load(),
                            load.filed(),
                            earlier == null ? null : earlier.newest(catalogue),
                            Delivery.EARLIER_RUN));
            delivered(series(load, earlier), delivery);
        }
    }

    private static SortedSet<SeriesId> series(Load load, @Nullable EarlierLoad earlier) {
        SortedSet<String> noted = load.series();
        if (noted == null) {
            return earlier == null ? new TreeSet<>() : earlier.series();
        }
        SortedSet<SeriesId> series = new TreeSet<>();
        noted.forEach(name -> series.add(SeriesName.parse(load.source(), name)));
        return series;
    }

    /** The first that is told for good decides: a file sent again must become public as it did the first time. */
    void delivered(Collection<SeriesId> series, Delivery delivery) {
        for (SeriesId one : series) {
            first.putIfAbsent(one, delivery);
            firstOfSource.putIfAbsent(one.source(), delivery);
        }
    }

    /** Whether a file is of the first delivery of a series. */
    boolean isFirst(SeriesId series, Delivery delivery) {
        return isFirst(first.get(series), delivery);
    }

    /** Whether a file is of the first delivery of a source. */
    boolean isFirst(String source, Delivery delivery) {
        return isFirst(firstOfSource.get(source), delivery);
    }

    /** Dated files of one date are one delivery. */
    private static boolean isFirst(@Nullable Delivery before, Delivery delivery) {
        if (before == null || before.load().equals(delivery.load())) {
            return true;
        }
        return before.filed() == null
                ? delivery.compareTo(before) < 0
                : !delivery.date().isAfter(before.date());
    }

    /** The delivery of a load; of one that nobody has noted, one that is older than all. */
    Delivery of(String source, String load) {
        return byLoad.getOrDefault(new Key(source, load), new Delivery(load, null, null, Delivery.EARLIER_RUN));
    }
}
