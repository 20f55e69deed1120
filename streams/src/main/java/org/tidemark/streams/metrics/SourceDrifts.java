package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import org.tidemark.estimate.Estimate;
import org.tidemark.pool.SourceDrift;
import org.tidemark.series.SeriesId;

/** How far each source of a whole economy drifts from the pool: read off the pooled estimate in the source's own concept. */
final class SourceDrifts {
    static final String NAME = "tidemark_source_drift_z";
    static final String HELP = "Move of the bias of a source against the pool in its last year, in standard deviations";

    private SourceDrifts() {}

    /** One series. */
    record Drift(Labels labels, double z) {}

    /** Those that an estimate of a whole economy shows. */
    static List<Drift> of(Estimate e) {
        if (!e.key().sector().equals(SeriesId.TOTAL)) {
            return List.of();
        }
        return SourceDrift.of(e).stream()
                .map(drift -> new Drift(
                        Labels.of(
                                "economy", e.key().economy(), "concept", e.key().concept(), "source", drift.source()),
                        drift.z()))
                .toList();
    }
}
