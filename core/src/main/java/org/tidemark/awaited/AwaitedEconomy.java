package org.tidemark.awaited;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.judge.InnovationScreen;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/** What the composed estimates of one economy await of each source. Those of panels of economies are not told of. */
public final class AwaitedEconomy {
    /** A series that has missed more than this of its own steps beside others of its source is not awaited. */
    private static final double MISSED_MAX = 1.5;

    private final Catalogue catalogue;
    private final @Nullable JudgingRules rules;
    private final Predicate<String> measures;
    private final EconomyCourses courses;
    private final SortedMap<String, List<FigureSeries>> bySource = new TreeMap<>();

    /**
     * Takes what is held.
     *
     * @param held all that is believed of the economy
     * @param penetration makes the penetrations that are read from some indicators
     * @param composed the estimators that rest on them, in their order
     * @param measures that are asked for
     */
    public AwaitedEconomy(
            Catalogue catalogue,
            HeldFigures held,
            Function<Set<String>, Estimator> penetration,
            List<Estimator> composed,
            Predicate<String> measures) {
        this.catalogue = catalogue;
        this.measures = measures;
        this.rules = catalogue.recipes().releases().judging().orElse(null);
        for (String indicator : held.indicators()) {
            for (String sector : held.sectors(indicator)) {
                held.sources(indicator, sector).stream()
                        .filter(series -> !series.figures().isEmpty())
                        .forEach(series -> bySource.computeIfAbsent(series.id().source(), s -> new ArrayList<>())
                                .add(series));
            }
        }
        this.courses = new EconomyCourses(held, penetration, composed, measures);
    }

    /** Hands over what each estimate awaits of a source. */
    public void of(String source, ExpectedRelease next, LocalDate today, Consumer<Awaited> consumer) {
        List<ComingFigures> release = release(source, next, today);
        if (release.isEmpty()) {
            return;
        }
        int figures =
                release.stream().mapToInt(coming -> coming.periods().size()).sum();
        Period newest = bySource.getOrDefault(source, List.of()).stream()
                .map(AwaitedEconomy::newest)
                .max(Period::compareTo)
                .orElseThrow();
        courses.after(release, AwaitedRelease.told(next, today)).forEach((key, after) -> {
            // What others rest on is told where it is asked for itself; penetration by its own filters.
            if (!measures.test(key.measure()) || key.measure().equals(PenetrationReport.MEASURE)) {
                return;
            }
            Estimate now = Objects.requireNonNull(courses.now().get(key), "only what is told now is moved");
            AwaitedRelease awaited = new AwaitedRelease(
                    key, now.unit(), source, next, newest, figures, AwaitedRelease.told(next, today));
            consumer.accept(new AwaitedEstimate(awaited, now, after));
        });
    }

    private List<ComingFigures> release(String source, ExpectedRelease next, LocalDate today) {
        List<FigureSeries> all = bySource.getOrDefault(source, List.of());
        List<FigureSeries> speaking = all.stream()
                .filter(series -> courses.isRead(series.id()) && speaks(series, all, today))
                .toList();
        List<FigureId> ids = new ArrayList<>();
        speaking.forEach(series -> periods(series, next).forEach(p -> ids.add(new FigureId(series.id(), p))));
        Map<FigureId, Double> expected = new HashMap<>(courses.expected(ids));
        List<ComingFigures> release = new ArrayList<>();
        for (FigureSeries series : speaking) {
            coming(series, periods(series, next), expected).ifPresent(release::add);
        }
        return release;
    }

    /** Whether more is expected of a series: not of one that has ended, nor of one that others of its kind have left behind. */
    private boolean speaks(FigureSeries series, List<FigureSeries> all, LocalDate today) {
        Optional<Indicator> indicator = catalogue.indicator(series.id().indicator());
        if (indicator.isEmpty()
                || catalogue.endedBy(indicator.get().concept(), today).isPresent()) {
            return false;
        }
        Period own = newest(series);
        long farthest = all.stream()
                .map(AwaitedEconomy::newest)
                .filter(other -> InnovationScreen.comparable(own, other))
                .mapToLong(other -> other.end().toEpochDay())
                .max()
                .orElse(own.end().toEpochDay());
        return farthest - own.end().toEpochDay() <= MISSED_MAX * past(series).step();
    }

    private static List<Period> periods(FigureSeries series, ExpectedRelease next) {
        Past past = past(series);
        List<Period> periods = new ArrayList<>();
        for (int i = 1; i <= past.figures(next); i++) {
            periods.add(ComingFigures.after(past.newest(), i * past.step()));
        }
        return periods;
    }

    private Optional<ComingFigures> coming(FigureSeries series, List<Period> periods, Map<FigureId, Double> expected) {
        Indicator indicator = catalogue.indicator(series.id().indicator()).orElseThrow();
        Figure last = series.newest().orElseThrow();
        return SeriesPace.of(indicator, rules, series.figures()).map(pace -> {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                Double named = expected.get(new FigureId(series.id(), periods.get(i)));
                values.add(named == null ? pace.drifted(last.value(), i + 1) : named);
            }
            return new ComingFigures(series.id(), periods, values, pace, last.standardError());
        });
    }

    private static Past past(FigureSeries series) {
        Period newest = newest(series);
        return new Past(series.figures().stream()
                .map(Figure::period)
                .filter(period -> InnovationScreen.comparable(period, newest))
                .toList());
    }

    private static Period newest(FigureSeries series) {
        return series.newest().orElseThrow().period();
    }
}
