package org.tidemark.penetration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Role;
import org.tidemark.estimate.CeilingPrior;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.FilterState;
import org.tidemark.estimate.Measurement;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.FigureId;

/**
 * Penetration computed whole, of every sector and concept: the same numbers, bit for bit, as the topology keeps by going
 * on from its checkpoints. For asking what would be said of other figures.
 */
public final class PenetrationEstimator implements Estimator {
    private static final double PERCENT = 100;

    private final Catalogue catalogue;
    private final CeilingPrior ceilings;
    private final SortedSet<String> indicators;

    /**
     * One for an economy.
     *
     * @param indicators that are held of it; those without the role of adoption are passed over
     */
    public PenetrationEstimator(Catalogue catalogue, CeilingPrior ceilings, Set<String> indicators) {
        this.catalogue = catalogue;
        this.ceilings = ceilings;
        this.indicators = new TreeSet<>(indicators);
    }

    /** A figure with the share that a filter reads. */
    private record Read(FigureId figure, Measurement reading, Instant since) {
        static final Comparator<Read> FOLDING = Comparator.comparingDouble(
                        (Read r) -> r.reading().time())
                .thenComparing(r -> r.figure().period().days())
                .thenComparing(r -> r.figure().series().source())
                .thenComparing(r -> r.figure().series().indicator())
                .thenComparing(r -> r.figure().period().start());
    }

    /** One cell while its figures are gathered. */
    private static final class Cell {
        private final List<Read> reads = new ArrayList<>();
        private Instant knownAt = Instant.EPOCH;
        private @Nullable String unit;
    }

    /** Whether a measure is the one that is made here. */
    public static boolean makesMeasure(String measure) {
        return measure.equals(PenetrationReport.MEASURE);
    }

    @Override
    public Set<String> measures() {
        return Set.of(PenetrationReport.MEASURE);
    }

    @Override
    public boolean reads(String indicator) {
        return adoption(indicator).isPresent();
    }

    private Optional<Indicator> adoption(String id) {
        return catalogue.indicator(id).filter(i -> i.role() == Role.ADOPTION);
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        SortedMap<EstimateKey, Cell> cells = new TreeMap<>();
        for (String id : indicators) {
            adoption(id).ifPresent(indicator -> gather(indicator, figures, cells));
        }
        List<Estimate> estimates = new ArrayList<>();
        cells.forEach((key, cell) -> estimate(key, cell).ifPresent(estimates::add));
        return estimates;
    }

    private static void gather(Indicator indicator, EconomyFigures figures, SortedMap<EstimateKey, Cell> cells) {
        SortedSet<String> sectors = figures.sectors(indicator.id());
        for (String sector : sectors) {
            EstimateKey key =
                    new EstimateKey(figures.economy(), sector, PenetrationReport.MEASURE, indicator.concept());
            Cell cell = cells.computeIfAbsent(key, k -> new Cell());
            // Of the units of a cell's indicators the first by name, as the topology has it.
            cell.unit = cell.unit == null || cell.unit.compareTo(indicator.unit()) > 0 ? indicator.unit() : cell.unit;
            figures.sources(indicator.id(), sector).forEach(series -> gather(indicator, series, cell));
        }
    }

    private static void gather(Indicator indicator, FigureSeries series, Cell cell) {
        cell.knownAt = series.knownAt().isAfter(cell.knownAt) ? series.knownAt() : cell.knownAt;
        double whole = indicator.unit().equals("percent") ? PERCENT : 1;
        for (Figure figure : series.figures()) {
            double share = figure.value() / whole;
            if (share >= 0 && share <= 1) {
                Double published = figure.standardError();
                double error = (published == null ? indicator.noise(series.id().economy()) : published) / whole;
                cell.reads.add(new Read(
                        new FigureId(series.id(), figure.period()),
                        new Measurement(figure.period().midYear(), share, error),
                        figure.since()));
            }
        }
    }

    private Optional<Estimate> estimate(EstimateKey key, Cell cell) {
        FilterState track = null;
        Read newest = null;
        Pace pace = Pace.NONE;
        for (Read read : cell.reads.stream().sorted(Read.FOLDING).toList()) {
            track = track == null
                    ? FilterState.begin(read.figure(), read.reading())
                    : track.append(read.figure(), read.reading());
            newest = read;
            pace = pace.with(read.figure(), read.since());
        }
        if (track == null || newest == null) {
            return Optional.empty();
        }
        double standardError = newest.reading().standardError();
        Estimate estimate = PenetrationReport.of(
                track,
                new PenetrationReport.Basis(
                        key, cell.knownAt, newest.figure().period(), cell.unit == null ? "" : cell.unit, standardError),
                ceilings);
        return Optional.of(new PenetrationTerms(catalogue).on(estimate, standardError, pace));
    }
}
