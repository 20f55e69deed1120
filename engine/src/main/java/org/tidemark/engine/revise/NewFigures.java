package org.tidemark.engine.revise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.DeclaredBreak;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.engine.revise.Vintages.Earlier;
import org.tidemark.engine.store.FigureStore.Held;
import org.tidemark.judge.Innovation;
import org.tidemark.judge.InnovationScreen;
import org.tidemark.judge.InnovationScreen.Known;
import org.tidemark.revise.Vintage;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * Screens the figures of one part of a release that were not believed before, each against the figures of its series that
 * come before it: those that the release states itself, else those that were believed until then.
 */
final class NewFigures {
    private final InnovationScreen screen;
    private final List<DeclaredBreak> breaks;
    private final Vintages vintages;
    private final Instant published;
    private final @Nullable Instant heldAt;

    private final List<Innovation> out = new ArrayList<>();
    private final SortedSet<Instant> answers = new TreeSet<>();
    private int repeated;

    /**
     * Screens nothing yet.
     *
     * @param published instant of the part
     * @param heldAt instant of a part before it that is held for new figures alone; null without one
     */
    NewFigures(
            JudgingRules rules,
            Indicator indicator,
            List<DeclaredBreak> breaks,
            Vintages vintages,
            Instant published,
            @Nullable Instant heldAt) {
        this.screen = new InnovationScreen(rules, indicator);
        this.breaks = breaks;
        this.vintages = vintages;
        this.published = published;
        this.heldAt = heldAt;
    }

    /**
     * What came of it.
     *
     * @param worst the figure farthest beyond its bound; null where none is
     * @param repeats whether all that is out of range says again what is held since {@code heldAt}
     * @param answers instants of held parts of which it states figures anew
     */
    record Screened(@Nullable Innovation worst, boolean repeats, List<Instant> answers) {}

    Screened screen(ReleasePart statements) {
        Map<SeriesId, NavigableMap<Period, Double>> stated = new HashMap<>();
        Map<SeriesId, NavigableMap<Period, Double>> fresh = new TreeMap<>();
        for (Observation o : statements.observed()) {
            Double value = o.value();
            SeriesId series = o.figure().series();
            noteAnswers(o.figure());
            if (value != null) {
                stated.computeIfAbsent(series, s -> new TreeMap<>())
                        .put(o.figure().period(), value);
                Vintage before = vintages.believedBefore(o.figure(), published);
                if (before == null || before.value() == null) {
                    fresh.computeIfAbsent(series, s -> new TreeMap<>())
                            .put(o.figure().period(), value);
                }
            }
        }
        fresh.forEach((series, figures) -> screen(series, figures, stated.getOrDefault(series, new TreeMap<>())));
        Innovation worst =
                out.stream().max(Comparator.comparingDouble(Innovation::excess)).orElse(null);
        return new Screened(worst, !out.isEmpty() && repeated == out.size(), List.copyOf(answers));
    }

    private void noteAnswers(FigureId figure) {
        for (Held before : vintages.byInstant(figure).headMap(published).values()) {
            if (before.isHeld()) {
                answers.add(before.observation().published());
            }
        }
    }

    private void screen(SeriesId series, NavigableMap<Period, Double> fresh, NavigableMap<Period, Double> stated) {
        Map<Period, Innovation> outOfSeries = new TreeMap<>();
        Map<Period, @Nullable Earlier> nearestHeld = new HashMap<>();
        for (Map.Entry<Period, Double> figure : fresh.entrySet()) {
            FigureId id = new FigureId(series, figure.getKey());
            List<Earlier> earlier = vintages.before(id, published, heldAt, screen.pastMax());
            List<Known> past = past(figure.getKey(), stated, earlier);
            screen.screen(series.sector(), figure.getKey(), figure.getValue(), past)
                    .filter(Innovation::outOfRange)
                    .filter(i -> !isDeclared(series, i.period(), past, earlier))
                    .ifPresent(i -> {
                        outOfSeries.put(i.period(), i);
                        nearestHeld.put(i.period(), nearestHeld(past, earlier));
                    });
        }
        outOfSeries.forEach((period, innovation) -> {
            out.add(innovation);
            boolean followed =
                    isRestated(series, innovation, stated, outOfSeries) || isNext(innovation, nearestHeld.get(period));
            repeated += followed ? 1 : 0;
        });
    }

    /** Figures before a period, the nearest first: what the release states counts before what was believed. */
    private List<Known> past(Period period, NavigableMap<Period, Double> stated, List<Earlier> earlier) {
        NavigableMap<Period, Double> merged = new TreeMap<>();
        for (Earlier one : earlier) {
            Vintage believed = one.believed();
            if (believed != null && believed.value() != null) {
                merged.put(one.figure().period(), believed.value());
            }
        }
        stated.headMap(period, false).descendingMap().entrySet().stream()
                .filter(e -> InnovationScreen.comparable(e.getKey(), period))
                .limit(screen.pastMax())
                .forEach(e -> merged.put(e.getKey(), e.getValue()));
        return merged.descendingMap().entrySet().stream()
                .map(e -> new Known(e.getKey(), e.getValue()))
                .toList();
    }

    /** The held figure that comes directly before, if none that counts lies between. */
    private static @Nullable Earlier nearestHeld(List<Known> past, List<Earlier> earlier) {
        for (Earlier one : earlier) {
            if (one.held() != null) {
                boolean nearer = past.isEmpty()
                        || past.get(0).period().compareTo(one.figure().period()) < 0;
                return nearer ? one : null;
            }
        }
        return null;
    }

    /** The figure of the next period is near the one that is held. */
    private boolean isNext(Innovation innovation, @Nullable Earlier held) {
        Vintage vintage = held == null ? null : held.held();
        return vintage != null && vintage.value() != null && screen.isNear(innovation, vintage.value());
    }

    /** The held figure is stated again, and one of a later period that was not stated then follows it. */
    private boolean isRestated(
            SeriesId series,
            Innovation innovation,
            NavigableMap<Period, Double> stated,
            Map<Period, Innovation> outOfSeries) {
        Instant at = heldAt;
        if (at == null) {
            return false;
        }
        Vintage held = vintages.heldAt(new FigureId(series, innovation.period()), at);
        if (held == null || held.value() == null || !screen.isNear(innovation, held.value())) {
            return false;
        }
        boolean back = outOfSeries.keySet().stream().anyMatch(p -> p.compareTo(innovation.period()) > 0);
        return !back
                && stated.tailMap(innovation.period(), false).keySet().stream()
                        .anyMatch(p -> vintages.heldAt(new FigureId(series, p), at) == null);
    }

    /** Whether a break that the catalogue knows lies between a figure and the one before it. */
    private boolean isDeclared(SeriesId series, Period period, List<Known> past, List<Earlier> earlier) {
        Period last = past.get(0).period();
        Instant before = earlier.stream()
                .filter(e -> e.figure().period().equals(last))
                .map(Earlier::believed)
                .filter(b -> b != null)
                .map(Vintage::published)
                .findFirst()
                .orElse(published);
        return breaks.stream()
                .filter(b -> b.isOf(series))
                .anyMatch(b -> b.isBetween(before, published)
                        || (b.from() != null
                                && last.start().isBefore(b.from())
                                && !period.end().isBefore(b.from())));
    }
}
