package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.engine.store.FigureStore;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.engine.store.FigureStore.Kind;
import org.tidemark.engine.store.Histories;
import org.tidemark.judge.InnovationScreen;
import org.tidemark.revise.CurrentValue;
import org.tidemark.revise.Outcome;
import org.tidemark.revise.Vintage;
import org.tidemark.series.BatchId;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Withdrawal;

/** What is held of figures, read once while a release is applied and kept up to date with what is written. */
final class Vintages {
    /** Figures looked at around one, so that a series of any length costs the same. */
    private static final int LOOK_MAX = 40;

    private final Catalogue catalogue;
    private final FigureStore figures;
    private final Map<FigureId, SortedMap<Instant, Held>> read = new HashMap<>();
    private final Map<FigureId, List<Held>> aside = new HashMap<>();

    Vintages(Catalogue catalogue, FigureStore figures) {
        this.catalogue = catalogue;
        this.figures = figures;
    }

    /** All that is held of a figure, in order of publication. */
    List<Held> of(FigureId figure) {
        return List.copyOf(byInstant(figure).values());
    }

    /** The same by instant. */
    SortedMap<Instant, Held> byInstant(FigureId figure) {
        return read.computeIfAbsent(figure, f -> split(f, figures.vintages(f)));
    }

    private SortedMap<Instant, Held> split(FigureId figure, List<Held> vintages) {
        aside.put(figure, vintages.stream().filter(Held::isAside).toList());
        SortedMap<Instant, Held> byInstant = new TreeMap<>();
        vintages.stream()
                .filter(h -> !h.isAside())
                .forEach(h -> byInstant.put(h.observation().published(), h));
        return byInstant;
    }

    /** The figures of an indicator that anything is held of. */
    List<FigureId> figuresOf(String economy, String source, String indicator) {
        List<FigureId> found = new ArrayList<>();
        figures.figuresOf(economy, source, indicator, vintages -> {
            FigureId figure = vintages.get(0).observation().figure();
            found.add(figure);
            read.computeIfAbsent(figure, f -> split(f, vintages));
        });
        return found;
    }

    /**
     * An earlier figure of a series.
     *
     * @param believed what was believed of it; null when nothing was
     * @param held what is held of it since an instant that was asked for; null when nothing is
     */
    record Earlier(FigureId figure, @Nullable Vintage believed, @Nullable Vintage held) {}

    /**
     * Figures of the series before a figure's period and of about its length, the nearest first, as they were just before an
     * instant.
     *
     * @param heldAt the instant since which something is held that is told too; null for none
     * @param max how many that were believed
     */
    List<Earlier> before(FigureId figure, Instant published, @Nullable Instant heldAt, int max) {
        List<Earlier> found = new ArrayList<>();
        int[] counts = new int[2];
        figures.figuresBefore(figure, vintages -> {
            FigureId id = vintages.get(0).observation().figure();
            if (InnovationScreen.comparable(id.period(), figure.period())) {
                Earlier earlier = earlier(id, vintages, published, heldAt);
                counts[0] += earlier.believed() == null ? 0 : 1;
                if (earlier.believed() != null || earlier.held() != null) {
                    found.add(earlier);
                }
            }
            return counts[0] < max && ++counts[1] < LOOK_MAX;
        });
        return found;
    }

    private Earlier earlier(FigureId id, List<Held> vintages, Instant published, @Nullable Instant heldAt) {
        Vintage believed = Histories.history(vintages).asOf(published.minusMillis(1), tolerance(id));
        Vintage held = heldAt == null ? null : heldAt(vintages, heldAt);
        return new Earlier(id, believed == null || believed.value() == null ? null : believed, held);
    }

    private static @Nullable Vintage heldAt(List<Held> vintages, Instant instant) {
        return vintages.stream()
                .filter(h -> h.isHeld() && h.isAt(instant))
                .map(Held::vintage)
                .findFirst()
                .orElse(null);
    }

    /** Whether what is said of a figure at an instant bears on how a later one of its series was screened. */
    boolean isFollowed(FigureId figure, BatchId batch) {
        boolean[] followed = new boolean[1];
        int[] looked = new int[1];
        figures.figuresAfter(figure, vintages -> {
            followed[0] = vintages.stream()
                    .map(Held::observation)
                    .anyMatch(o -> !o.published().isBefore(batch.published())
                            && !o.batch().equals(batch));
            return !followed[0] && ++looked[0] < LOOK_MAX;
        });
        return followed[0];
    }

    void put(Observation vintage, Kind kind, @Nullable Outcome counted) {
        Held held = new Held(vintage, kind, counted);
        figures.put(held);
        byInstant(vintage.figure()).put(vintage.published(), held);
    }

    void forget(FigureId figure, Instant published) {
        figures.forget(figure, published);
        boolean unused = byInstant(figure).remove(published) != null;
    }

    /** What lies beside what counts: withdrawn by hand, or the other side of a conflict. */
    List<Held> aside(FigureId figure) {
        SortedMap<Instant, Held> unused = byInstant(figure);
        return aside.getOrDefault(figure, List.of());
    }

    void putAside(Observation said, @Nullable Withdrawal word) {
        figures.putAside(said, word);
        readAnew(said.figure());
    }

    void takeUp(Observation said) {
        figures.takeUp(said);
        readAnew(said.figure());
    }

    private void readAnew(FigureId figure) {
        read.put(figure, split(figure, figures.vintages(figure)));
    }

    /** What is believed of a figure. */
    CurrentValue belief(FigureId figure) {
        List<Held> all = new ArrayList<>(byInstant(figure).values());
        all.addAll(aside(figure));
        return Histories.takenBack(all).belief(tolerance(figure));
    }

    /** What was believed of a figure just before an instant. */
    @Nullable
    Vintage believedBefore(FigureId figure, Instant published) {
        return Histories.history(of(figure)).asOf(published.minusMillis(1), tolerance(figure));
    }

    /** What is held, and not believed, of a figure at an instant. */
    @Nullable
    Vintage heldAt(FigureId figure, Instant published) {
        Held held = byInstant(figure).get(published);
        return held == null || !held.isHeld() ? null : held.vintage();
    }

    /** Figures outlive the entry of their indicator, and a release of others must not fail over them. */
    double tolerance(FigureId figure) {
        return catalogue
                .indicator(figure.series().indicator())
                .map(Indicator::tolerance)
                .orElse(0.0);
    }
}
