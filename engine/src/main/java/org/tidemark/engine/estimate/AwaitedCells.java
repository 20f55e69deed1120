package org.tidemark.engine.estimate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tidemark.awaited.Awaited;
import org.tidemark.awaited.AwaitedLevel;
import org.tidemark.awaited.Past;
import org.tidemark.calendar.ReleaseCalendar;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.CellRun.Entry;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Period;

/** What each penetration of one economy awaits: which source, when, and in which state its figures will be read. */
public final class AwaitedCells {
    private final Catalogue catalogue;
    private final EconomyCells cells;
    private final Map<EstimateKey, SortedMap<String, Spoken>> spoken = new TreeMap<>();

    /** One that has no figure yet. */
    public AwaitedCells(Catalogue catalogue) {
        this.catalogue = catalogue;
        cells = new EconomyCells(catalogue);
    }

    /**
     * Takes in a figure; of what no cell reads nothing.
     *
     * @param belief what is believed of it
     * @param vintages all that was said of it by the day
     */
    public void put(FigureId figure, CurrentValue belief, Collection<Observation> vintages) {
        EstimateKey cell = cells.cellOf(figure);
        if (cell == null) {
            return;
        }
        cells.put(figure, belief);
        Spoken of = spoken.computeIfAbsent(cell, c -> new TreeMap<>())
                .computeIfAbsent(figure.series().source(), s -> new Spoken());
        of.add(vintages);
    }

    /**
     * Hands over what each cell awaits of each of its sources, in their order; of a question that is asked no more, and of a
     * source without a rhythm, nothing.
     */
    public void each(LocalDate today, Consumer<Awaited> consumer) {
        for (Map.Entry<EstimateKey, CellRun> cell : cells.dirty()) {
            EstimateKey key = cell.getKey();
            CellRun.Folded folded = cell.getValue().fold().after();
            if (folded == null || catalogue.endedBy(key.concept(), today).isPresent()) {
                continue;
            }
            Objects.requireNonNull(spoken.get(key), key::toString).forEach((source, of) -> {
                List<Entry> entries = cell.getValue().read(source);
                if (!entries.isEmpty()) {
                    ReleaseCalendar.next(of.instants(), catalogue.source(source))
                            .ifPresent(next -> consumer.accept(AwaitedLevel.of(
                                    key,
                                    cell.getValue().unit(),
                                    source,
                                    next,
                                    new Past(periods(entries)),
                                    standardError(entries),
                                    folded.track().bank(),
                                    today)));
                }
            });
        }
    }

    private static List<Period> periods(List<Entry> entries) {
        return entries.stream().map(entry -> entry.figure().period()).toList();
    }

    /** That of the newest figure. */
    private static double standardError(List<Entry> entries) {
        return Objects.requireNonNull(entries.get(entries.size() - 1).reading()).standardError();
    }
}
