package org.tidemark.figures;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/** Passes questions on and keeps account of them: what an estimator did not ask for cannot have moved its estimates. */
public final class RecordedFigures implements EconomyFigures {
    private final EconomyFigures asked;
    private final Set<String> series = new HashSet<>();
    private final SortedSet<EstimateKey> estimates = new TreeSet<>();

    /** Begins an account. */
    public RecordedFigures(EconomyFigures asked) {
        this.asked = asked;
    }

    /** Whether a series was asked for. */
    public boolean wasAsked(SeriesId id) {
        return series.contains(id.indicator() + "|" + id.sector());
    }

    /** The estimates that were asked for, in order. */
    public SortedSet<EstimateKey> estimates() {
        return estimates;
    }

    @Override
    public String economy() {
        return asked.economy();
    }

    @Override
    public SortedSet<String> sectors(String indicator) {
        return asked.sectors(indicator);
    }

    @Override
    public Optional<FigureSeries> series(String indicator, String sector) {
        series.add(indicator + "|" + sector);
        return asked.series(indicator, sector);
    }

    @Override
    public List<FigureSeries> sources(String indicator, String sector) {
        series.add(indicator + "|" + sector);
        return asked.sources(indicator, sector);
    }

    @Override
    public Optional<Estimate> estimate(String sector, String measure, String concept) {
        estimates.add(new EstimateKey(economy(), sector, measure, concept));
        return asked.estimate(sector, measure, concept);
    }

    @Override
    public SortedMap<Period, Double> firstSaid(EstimateKey key) {
        return asked.firstSaid(key);
    }
}
