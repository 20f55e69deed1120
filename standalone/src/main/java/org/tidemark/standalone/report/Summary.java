package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Estimate;

/** The latest estimates for people: penetration by concept and pooled, displacement, demand gap, divergence. */
public final class Summary {
    private final PenetrationTable penetration;
    private final PooledTable pooled;
    private final ComposedTable displacement;
    private final ComposedTable demand;

    public Summary(Catalogue catalogue, LocalDate today) {
        penetration = new PenetrationTable(catalogue, today);
        pooled = new PooledTable(catalogue);
        displacement = new ComposedTable(
                "Displacement: the ledger (% of employment) is what its factors imply, the contrast sees a fall and not its cause",
                catalogue,
                m -> m.startsWith("displacement.") || m.equals("baumol"),
                "no estimate: no labour series and no exposure have been loaded");
        demand = new ComposedTable(
                "Demand gap: demand less supply, negative where demand falls short",
                catalogue,
                m -> m.startsWith("demand_"),
                "no estimate: no series of demand and supply have been loaded");
    }

    /** The lines of all tables, with a blank line between them. */
    public List<String> lines(List<Estimate> latest) {
        List<String> lines = new ArrayList<>();
        lines.add("Penetration: who uses AI");
        lines.addAll(penetration.lines(latest));
        lines.add("");
        List<String> together = pooled.lines(latest);
        if (!together.isEmpty()) {
            lines.addAll(together);
            lines.add("");
        }
        lines.addAll(displacement.lines(latest));
        lines.add("");
        lines.addAll(demand.lines(latest));
        List<String> compared = DivergenceTable.lines(latest);
        if (!compared.isEmpty()) {
            lines.add("");
            lines.addAll(compared);
        }
        return lines;
    }
}
