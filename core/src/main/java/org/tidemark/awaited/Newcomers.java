package org.tidemark.awaited;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.judge.Quantiles;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * The new series that a release is expected to bring of a source whose series each speak once, as models do of which each has
 * one score: as many of each group as the time between two releases has brought until now, each on the line of those before it and
 * off by their scatter about it.
 */
final class Newcomers {
    /** Series that are looked back at: enough for a line, and few enough to be of the same time. */
    private static final int LOOKED_BACK = 24;

    /** As many as a line of records needs. */
    private static final int FEWEST = 5;

    private final Indicator indicator;
    private final List<FigureSeries> spoken;
    private final ExpectedRelease next;

    private Newcomers(Indicator indicator, List<FigureSeries> spoken, ExpectedRelease next) {
        this.indicator = indicator;
        this.spoken = spoken.subList(Math.max(0, spoken.size() - LOOKED_BACK), spoken.size());
        this.next = next;
    }

    /**
     * What comes of an indicator.
     *
     * @param spoken series with one figure each
     */
    static List<ComingFigures> of(
            Catalogue catalogue, String indicator, List<FigureSeries> spoken, ExpectedRelease next) {
        Map<String, List<FigureSeries>> groups = new TreeMap<>();
        spoken.stream()
                .sorted((a, b) -> Period.BY_TIME.compare(only(a).period(), only(b).period()))
                .forEach(series -> groups.computeIfAbsent(group(series.id()), g -> new ArrayList<>())
                        .add(series));
        Indicator known = catalogue.indicator(indicator).orElseThrow();
        List<Newcomers> all = groups.values().stream()
                .filter(group -> group.size() >= FEWEST)
                .map(group -> new Newcomers(known, group, next))
                .sorted(Comparator.comparingDouble(group -> -group.brought()))
                .toList();
        List<ComingFigures> coming = new ArrayList<>();
        for (Newcomers group : all) {
            // A release brings something, if only of the busiest group.
            coming.addAll(group.coming(coming.isEmpty() ? 1 : 0));
        }
        return coming;
    }

    private static Figure only(FigureSeries series) {
        return series.figures().get(0);
    }

    /** A panel's series begin with their economy, up to the first full stop. */
    private static String group(SeriesId id) {
        int stop = id.sector().indexOf('.');
        return stop < 0 ? "" : id.sector().substring(0, stop);
    }

    private List<ComingFigures> coming(int least) {
        List<Figure> figures = spoken.stream().map(Newcomers::only).toList();
        PaceScale scale = PaceScale.of(indicator, figures);
        double slope = slope(figures, scale);
        double at0 = Quantiles.median(figures.stream()
                .map(f -> scale.at(f.value()) - slope * f.period().midYear())
                .toList());
        double squares = 0;
        for (Figure f : figures) {
            double off = scale.at(f.value()) - at0 - slope * f.period().midYear();
            squares += off * off;
        }
        SeriesPace pace = new SeriesPace(scale, StrictMath.sqrt(squares / (figures.size() - 2)));
        List<ComingFigures> coming = new ArrayList<>();
        FigureSeries last = spoken.get(spoken.size() - 1);
        int count = (int) Math.max(least, Math.min(Past.FIGURES_MAX, StrictMath.round(brought())));
        for (int i = 1; i <= count; i++) {
            Period period = ComingFigures.after(only(last).period(), i * next.interval() / (count + 1.0));
            double expected = scale.back(at0 + slope * period.midYear());
            coming.add(new ComingFigures(
                    named(last.id(), i),
                    List.of(period),
                    List.of(expected),
                    pace,
                    only(last).standardError()));
        }
        return coming;
    }

    /** The median of the slopes of all pairs (Theil 1950): one odd model bends no line. */
    private static double slope(List<Figure> figures, PaceScale scale) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            for (int j = i + 1; j < figures.size(); j++) {
                double time = figures.get(j).period().midYear()
                        - figures.get(i).period().midYear();
                if (time > 0) {
                    slopes.add((scale.at(figures.get(j).value())
                                    - scale.at(figures.get(i).value()))
                            / time);
                }
            }
        }
        return slopes.isEmpty() ? 0 : Quantiles.median(slopes);
    }

    /** How many come in the time between two releases, at the pace of those looked back at. */
    private double brought() {
        Period first = only(spoken.get(0)).period();
        Period last = only(spoken.get(spoken.size() - 1)).period();
        double days = (last.midYear() - first.midYear()) * Past.YEAR_DAYS;
        return days > 0 ? (spoken.size() - 1) / days * next.interval() : 0;
    }

    /** Under a name that no series of another indicator has: what is drawn apart is not of one model. */
    private static SeriesId named(SeriesId like, int number) {
        return new SeriesId(
                like.indicator(),
                like.economy(),
                "%s.%s.next-%d".formatted(like.sector(), like.indicator(), number),
                like.source());
    }
}
