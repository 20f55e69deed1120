package org.tidemark.awaited;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.JudgingRules;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;

/** What the composed estimates of one economy, or of a panel of economies, await of each source. */
public final class AwaitedEconomy {
    private final Catalogue catalogue;
    private final @Nullable JudgingRules rules;
    private final Predicate<String> measures;
    private final EconomyCourses courses;
    private final SortedMap<String, List<FigureSeries>> bySource = new TreeMap<>();

    /** Takes what is held. */
    public AwaitedEconomy(Catalogue catalogue, Believed believed) {
        this.catalogue = catalogue;
        this.measures = believed.measures();
        this.rules = catalogue.recipes().releases().judging().orElse(null);
        HeldFigures held = believed.held();
        for (String indicator : held.indicators()) {
            for (String sector : held.sectors(indicator)) {
                held.sources(indicator, sector).stream()
                        .filter(series -> !series.figures().isEmpty())
                        .forEach(series -> bySource.computeIfAbsent(series.id().source(), s -> new ArrayList<>())
                                .add(series));
            }
        }
        this.courses = new EconomyCourses(believed);
    }

    /** Hands over what each estimate awaits of a source. */
    public void of(String source, ExpectedRelease next, LocalDate today, Consumer<Awaited> consumer) {
        List<FigureSeries> all = bySource.getOrDefault(source, List.of());
        Speaking speaking =
                new Speaking(catalogue, all.stream().map(AwaitedEconomy::spoken).toList());
        List<FigureSeries> read =
                all.stream().filter(series -> courses.isRead(series.id())).toList();
        List<ComingFigures> release = release(
                read.stream()
                        .filter(series -> speaking.isAwaited(spoken(series), today))
                        .toList(),
                next);
        release.addAll(newcomers(read, speaking, next));
        if (release.isEmpty()) {
            return;
        }
        int figures =
                release.stream().mapToInt(coming -> coming.periods().size()).sum();
        Instant told = AwaitedRelease.told(next, today);
        courses.after(release, told).forEach((key, after) -> {
            // What others rest on is told where it is asked for itself; penetration by its own filters.
            if (!measures.test(key.measure()) || key.measure().equals(PenetrationReport.MEASURE)) {
                return;
            }
            Estimate now = Objects.requireNonNull(courses.now().get(key), "only what is told now is moved");
            AwaitedRelease awaited =
                    new AwaitedRelease(key, now.unit(), source, next, speaking.newest(), figures, told);
            consumer.accept(new AwaitedEstimate(awaited, now, after));
        });
    }

    private List<ComingFigures> newcomers(List<FigureSeries> read, Speaking speaking, ExpectedRelease next) {
        SortedMap<String, List<FigureSeries>> once = new TreeMap<>();
        read.stream()
                .filter(series -> speaking.eachSpeaksOnce(series.id().indicator()))
                .filter(series -> catalogue.indicator(series.id().indicator()).isPresent())
                .forEach(series -> once.computeIfAbsent(series.id().indicator(), i -> new ArrayList<>())
                        .add(series));
        List<ComingFigures> coming = new ArrayList<>();
        once.forEach((indicator, spoken) -> coming.addAll(Newcomers.of(catalogue, indicator, spoken, next)));
        return coming;
    }

    private List<ComingFigures> release(List<FigureSeries> speaking, ExpectedRelease next) {
        List<FigureId> ids = new ArrayList<>();
        speaking.forEach(
                series -> Speaking.coming(spoken(series), next).forEach(p -> ids.add(new FigureId(series.id(), p))));
        Map<FigureId, Double> expected = new HashMap<>(courses.expected(ids));
        List<ComingFigures> release = new ArrayList<>();
        for (FigureSeries series : speaking) {
            coming(series, Speaking.coming(spoken(series), next), expected).ifPresent(release::add);
        }
        return release;
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

    private static Speaking.Spoken spoken(FigureSeries series) {
        return new Speaking.Spoken(
                series.id(), series.figures().stream().map(Figure::period).toList());
    }
}
