package org.tidemark.engine.estimate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.calendar.ReleaseCalendar;
import org.tidemark.calendar.Rhythm;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.CellRun.Entry;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Measurement;
import org.tidemark.revise.CurrentValue;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Period;
import org.tidemark.series.PublishedBasis;

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

    /** When a source has spoken of a cell: as it said, and by what was counted from a usual lag. */
    private static final class Spoken {
        private final SortedSet<Instant> said = new TreeSet<>();
        private final SortedSet<Instant> counted = new TreeSet<>();

        /** What was said shows how often the source speaks; where too little was, how often figures fall due stands for it. */
        SortedSet<Instant> instants() {
            return said.size() < Rhythm.RELEASES_MIN ? counted : said;
        }
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
        for (Observation vintage : vintages) {
            of.counted.add(vintage.published());
            if (vintage.basis() != PublishedBasis.LAG) {
                of.said.add(vintage.published());
            }
        }
    }

    /**
     * Hands over what each cell awaits of each of its sources, in their order; of a question that is asked no more, and of a
     * source without a rhythm, nothing.
     */
    public void each(LocalDate today, Consumer<AwaitedRelease> consumer) {
        for (Map.Entry<EstimateKey, CellRun> cell : cells.dirty()) {
            EstimateKey key = cell.getKey();
            CellRun.Folded folded = cell.getValue().fold().after();
            if (folded == null || catalogue.ended(key.concept()).isPresent()) {
                continue;
            }
            Objects.requireNonNull(spoken.get(key), key::toString).forEach((source, of) -> {
                List<Entry> entries = cell.getValue().read(source);
                if (!entries.isEmpty()) {
                    ReleaseCalendar.next(of.instants(), catalogue.source(source))
                            .ifPresent(next -> consumer.accept(AwaitedRelease.of(
                                    key,
                                    cell.getValue().unit(),
                                    source,
                                    next,
                                    past(entries),
                                    folded.track().bank(),
                                    today)));
                }
            });
        }
    }

    private static AwaitedRelease.Past past(List<Entry> entries) {
        List<Period> periods = new ArrayList<>();
        double standardError = 0;
        for (Entry entry : entries) {
            Measurement reading = Objects.requireNonNull(entry.reading());
            periods.add(entry.figure().period());
            standardError = reading.standardError();
        }
        return new AwaitedRelease.Past(periods, standardError);
    }
}
