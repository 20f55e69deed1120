package org.tidemark.engine.compose;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.tidemark.engine.store.FigureBeliefs;
import org.tidemark.engine.store.FirstSaidStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.HeldFigures;
import org.tidemark.series.Period;

/** One economy as its stores hold it, read when it is asked for and then kept: made for one update, thrown away after it. */
final class StoredFigures implements EconomyFigures {
    private final HeldFigures held;
    private final FigureBeliefs beliefs;
    private final FirstSaidStore said;
    private final SortedMap<EstimateKey, Estimate> latest;
    private final Set<String> indicatorsRead = new HashSet<>();
    private final Set<EstimateKey> saidRead = new HashSet<>();

    /**
     * Opens the figures of one economy.
     *
     * @param latest its latest estimates, which the caller keeps up to date
     */
    StoredFigures(String economy, FigureBeliefs beliefs, FirstSaidStore said, SortedMap<EstimateKey, Estimate> latest) {
        this.held = new HeldFigures(economy);
        this.beliefs = beliefs;
        this.said = said;
        this.latest = latest;
    }

    @Override
    public String economy() {
        return held.economy();
    }

    @Override
    public SortedSet<String> sectors(String indicator) {
        return with(indicator).sectors(indicator);
    }

    @Override
    public Optional<FigureSeries> series(String indicator, String sector) {
        return with(indicator).series(indicator, sector);
    }

    @Override
    public List<FigureSeries> sources(String indicator, String sector) {
        return with(indicator).sources(indicator, sector);
    }

    private HeldFigures with(String indicator) {
        if (indicatorsRead.add(indicator)) {
            beliefs.read(indicator, held);
        }
        return held;
    }

    @Override
    public Optional<Estimate> estimate(String sector, String measure, String concept) {
        Estimate found = latest.get(new EstimateKey(economy(), sector, measure, concept));
        return found == null || found.inputs() == 0 ? Optional.empty() : Optional.of(found);
    }

    @Override
    public SortedMap<Period, Double> firstSaid(EstimateKey key) {
        if (saidRead.add(key)) {
            said.read(key, held);
        }
        return held.firstSaid(key);
    }
}
