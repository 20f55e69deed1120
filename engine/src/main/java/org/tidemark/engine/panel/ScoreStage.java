package org.tidemark.engine.panel;

import java.time.Instant;
import java.util.List;
import org.tidemark.accuracy.PendingProjections;
import org.tidemark.accuracy.ProjectionLedger;
import org.tidemark.engine.store.MaturedProjectionStore;
import org.tidemark.engine.store.PendingProjectionStore;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.engine.table.Tables;
import org.tidemark.estimate.Measurement;
import org.tidemark.projection.ProjectionPool;

/**
 * Keeps the score of projections: what is said is frozen when its newest figure is new, and scored by the first word of its
 * target. What was scored stays, whatever is derived anew later.
 */
final class ScoreStage {
    private final PendingProjectionStore pending;
    private final MaturedProjectionStore.Writer matured;

    ScoreStage(Tables tables) {
        this.pending = new PendingProjectionStore(tables);
        this.matured = MaturedProjectionStore.writing(tables, StorePlace.PANELS);
    }

    /**
     * Takes in what an instant has told of one economy, after its pool has.
     *
     * @param first the figures that nothing was believed of before, in the order of folding
     */
    void applied(String concept, String economy, ProjectionPool pool, Instant at, List<Measurement> first) {
        PendingProjections before = pending.of(concept, economy);
        ProjectionLedger ledger = new ProjectionLedger(economy, before);
        for (Measurement figure : first) {
            ledger.came(at, figure).forEach(one -> matured.put(concept, one));
        }
        pool.outlook(economy).ifPresent(ledger::project);
        if (!ledger.pending().equals(before)) {
            pending.put(concept, economy, ledger.pending());
        }
    }
}
