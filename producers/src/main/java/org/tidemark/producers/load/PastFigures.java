package org.tidemark.producers.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.publication.Delivery;
import org.tidemark.publication.Publication;
import org.tidemark.publication.Statement;
import org.tidemark.publication.UsualDate;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.SeriesId;

/**
 * What has been said of the figures of some sources, in this run and before it. Whether something is news depends on what
 * was said before its instant and not on the order of the files; and what a load once said it says again, under the same
 * date, whatever came after it.
 */
public final class PastFigures {
    private final Map<FigureId, List<Said>> figures = new HashMap<>();
    private final Map<LoadId, EarlierLoad> earlier = new HashMap<>();

    private record LoadId(String source, String load) {}

    private record Said(
            String load,
            Instant published,
            PublishedBasis basis,
            @Nullable Double value,
            @Nullable Double standardError,
            boolean sent) {
        boolean isSentBy(String asking, @Nullable Double asked, Instant at) {
            return sent && load.equals(asking) && published.equals(at) && Objects.equals(value, asked);
        }
    }

    /** What an earlier run has sent. */
    public void remember(Observation o) {
        String load = o.batch().load();
        earlier.computeIfAbsent(new LoadId(o.batch().source(), load), l -> new EarlierLoad())
                .remember(o);
        add(o.figure(), new Said(load, o.published(), o.basis(), o.value(), o.standardError(), true));
    }

    /** What a file of this run states, whether it will be sent or not. */
    void state(FigureId figure, String load, Publication p, @Nullable Double value, @Nullable Double standardError) {
        add(figure, new Said(load, p.published(), p.basis(), value, standardError, false));
    }

    private void add(FigureId figure, Said said) {
        figures.computeIfAbsent(figure, f -> new ArrayList<>(1)).add(said);
    }

    /** How an earlier run, or one that died, has dated what the same load says now. */
    Optional<Publication> sentBefore(FigureId figure, String load, @Nullable Double value) {
        return figures.getOrDefault(figure, List.of()).stream()
                .filter(s -> s.isSentBy(load, value, s.published()))
                .findFirst()
                .map(s -> new Publication(s.published(), s.basis()));
    }

    /**
     * What other loads have said of a figure.
     *
     * @param deliveries the delivery of a load of a source
     */
    List<Statement> byOthers(FigureId figure, String load, BiFunction<String, String, Delivery> deliveries) {
        String source = figure.series().source();
        return figures.getOrDefault(figure, List.of()).stream()
                .filter(s -> !s.load().equals(load))
                .map(s -> new Statement(
                        deliveries.apply(source, s.load()), s.published(), s.basis(), s.value(), s.standardError()))
                .toList();
    }

    /** What an earlier run has sent of a load; null when it has sent nothing. */
    @Nullable
    EarlierLoad earlier(String source, String load) {
        return earlier.get(new LoadId(source, load));
    }

    /**
     * Whether a load need not say this, since it is what was said last before that instant. What contradicts itself is
     * believed by nobody, so that anything after it is news; and what a load once said it says again, even if an older
     * file that came after it has made it no news.
     */
    boolean isUnchanged(FigureId figure, @Nullable Double value, Instant published, String load) {
        Instant last = Instant.MIN;
        boolean same = false;
        for (Said said : figures.getOrDefault(figure, List.of())) {
            if (said.isSentBy(load, value, published)) {
                return false;
            }
            int order = said.published().compareTo(last);
            if (order >= 0 && said.published().isBefore(published)) {
                same = Objects.equals(said.value(), value) && (order > 0 || same);
                last = said.published();
            }
        }
        return same;
    }

    /** What the log tells of a load of one source. */
    static final class EarlierLoad {
        private final SortedSet<SeriesId> series = new TreeSet<>();
        private final Set<Instant> usual = new HashSet<>();
        private @Nullable Instant received;
        private @Nullable FigureId doubtful;

        private void remember(Observation o) {
            received = received == null || o.receivedAt().isBefore(received) ? o.receivedAt() : received;
            if (o.basis() == PublishedBasis.STATED) {
                return;
            }
            series.add(o.figure().series());
            switch (o.basis()) {
                case LAG, CALENDAR, NEWEST -> usual.add(o.published());
                case RECEIVED, ORDER -> doubtful = later(doubtful, o.figure());
                case STATED, FILE -> {
                    // The load itself tells its date.
                }
            }
        }

        private static FigureId later(@Nullable FigureId a, FigureId b) {
            return a == null || a.period().end().isBefore(b.period().end()) ? b : a;
        }

        /** Series of which the file states no dates. */
        SortedSet<SeriesId> series() {
            return series;
        }

        /** The usual date of the newest figure; null when nothing tells. */
        @Nullable
        Instant newest(Catalogue catalogue) {
            Set<Instant> all = new HashSet<>(usual);
            if (doubtful != null) {
                UsualDate.of(doubtful, null, catalogue)
                        .map(Publication::published)
                        .ifPresent(all::add);
            }
            return Delivery.newestOf(all).orElse(null);
        }

        @Nullable
        Instant received() {
            return received;
        }
    }
}
