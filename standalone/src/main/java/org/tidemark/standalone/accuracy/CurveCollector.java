package org.tidemark.standalone.accuracy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.accuracy.Curve;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.estimate.Measurement;
import org.tidemark.figures.HeldFigures;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.projection.PoolFigure;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.SeriesId;
import org.tidemark.validate.Rejection;

/** Keeps of all that is read the curves of adoption: of each figure the vintage that was published last. */
public final class CurveCollector implements LoadTarget {
    private final Catalogue catalogue;
    private final Map<FigureId, Observation> latest = new HashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();

    public CurveCollector(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The curves in the order of their series; of figures of one time in a series, the shortest period's. */
    public List<Curve> curves() {
        Map<SeriesId, SortedMap<Double, PoolFigure>> bySeries = new TreeMap<>();
        latest.values().stream()
                .sorted(Comparator.comparing(
                                (Observation o) -> o.figure().period().days())
                        .reversed())
                .forEach(observation -> add(observation, bySeries));
        List<Curve> curves = new ArrayList<>();
        bySeries.forEach((series, figures) -> {
            String concept = catalogue
                    .indicator(series.indicator())
                    .map(Indicator::concept)
                    .orElse(series.indicator());
            curves.add(new Curve(concept, series.economy(), series.sector(), List.copyOf(figures.values())));
        });
        return curves;
    }

    /** The same figures by economy, in the order of their names: what an estimator reads. */
    public List<HeldFigures> figures() {
        SortedMap<String, HeldFigures> byEconomy = new TreeMap<>();
        latest.forEach((figure, observation) -> byEconomy
                .computeIfAbsent(figure.series().economy(), HeldFigures::new)
                .put(
                        figure,
                        observation.value(),
                        observation.standardError(),
                        observation.batch().published()));
        return List.copyOf(byEconomy.values());
    }

    private void add(Observation observation, Map<SeriesId, SortedMap<Double, PoolFigure>> bySeries) {
        FigureId figure = observation.figure();
        Indicator indicator = adoption(figure);
        Double value = observation.value();
        if (indicator == null || value == null) {
            return;
        }
        double whole = indicator.unit().equals("percent") ? 100 : 1;
        double share = value / whole;
        if (share >= 0 && share <= 1) {
            Double published = observation.standardError();
            double error = published == null ? indicator.noise(figure.series().economy()) : published;
            Measurement reading = new Measurement(figure.period().midYear(), share, error / whole);
            Instant since = observation.batch().published();
            bySeries.computeIfAbsent(figure.series(), s -> new TreeMap<>())
                    .put(reading.time(), new PoolFigure(figure, since, reading));
        }
    }

    private @Nullable Indicator adoption(FigureId figure) {
        return catalogue
                .indicator(figure.series().indicator())
                .filter(indicator -> indicator.role() == Role.ADOPTION
                        && indicator.thinning().keeps(figure.period()))
                .orElse(null);
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
        if (event instanceof Observation observation && adoption(observation.figure()) != null) {
            Observation unused = latest.merge(
                    observation.figure(),
                    observation,
                    (one, other) ->
                            one.batch().published().isAfter(other.batch().published()) ? one : other);
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

    /** What was refused while it was read. */
    public List<Rejection> rejections() {
        return List.copyOf(rejections);
    }
}
