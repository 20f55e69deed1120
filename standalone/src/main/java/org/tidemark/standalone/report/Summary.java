package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Estimate;
import org.tidemark.told.Told;

/** The latest estimates for people: penetration by concept and pooled, displacement, demand gap, divergence, measures. */
public final class Summary {
    private static final String STALE =
            "! stale: the newest figure was published longer ago than two usual intervals of its source; the nowcast holds today";

    private final LocalDate today;
    private final Catalogue catalogue;
    private final PenetrationTable penetration;
    private final RangeTable ranges;
    private final PooledTable pooled;
    private final ComposedTable displacement;
    private final ComposedTable demand;
    private final DivergenceTable divergence;
    private final MeasuresTable measures;

    /**
     * Tables as of a day.
     *
     * @param today the day of the nowcasts
     */
    public Summary(Words words, LocalDate today) {
        this.today = today;
        this.catalogue = words.catalogue();
        penetration = new PenetrationTable(words, today);
        ranges = new RangeTable(words, today);
        pooled = new PooledTable(words, today);
        displacement = new ComposedTable(
                "Displacement: the ledger (% of employment) is what its factors imply, the contrast sees a fall and not its cause",
                words,
                m -> m.startsWith("displacement.") || m.equals("baumol"),
                "no estimate: no labour series and no exposure have been loaded",
                today);
        demand = new ComposedTable(
                "Demand gap: demand less supply, negative where demand falls short",
                words,
                m -> m.startsWith("demand_"),
                "no estimate: no series of demand and supply have been loaded",
                today);
        divergence = new DivergenceTable(words);
        measures = new MeasuresTable(words, today);
    }

    /** The lines of all tables, with a blank line between them. */
    public List<String> lines(List<Estimate> latest) {
        List<String> lines = new ArrayList<>();
        lines.add("Penetration: who uses AI, %% (80 %% band); nowcast for %s; age in days".formatted(today));
        lines.addAll(penetration.lines(latest));
        lines.add("");
        List<String> disagreeing = ranges.lines(latest);
        if (!disagreeing.isEmpty()) {
            lines.addAll(disagreeing);
            lines.add("");
        }
        List<String> together = pooled.lines(latest);
        if (!together.isEmpty()) {
            lines.addAll(together);
            lines.add("");
        }
        lines.addAll(displacement.lines(latest));
        lines.add("");
        lines.addAll(demand.lines(latest));
        List<String> compared = divergence.lines(latest);
        if (!compared.isEmpty()) {
            lines.add("");
            lines.addAll(compared);
        }
        lines.add("");
        lines.addAll(measures.lines(latest));
        if (latest.stream().anyMatch(e -> Told.of(e, today, catalogue).isStale())) {
            lines.add("");
            lines.addAll(Fold.lines(STALE, 2));
        }
        return lines;
    }
}
