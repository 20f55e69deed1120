package org.tidemark.streams.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.series.SeriesId;

/** How far each source of a whole economy drifts from the pool: read off the pooled estimate in the source's own concept. */
final class SourceDrifts {
    static final String NAME = "tidemark_source_drift_z";
    static final String HELP = "Move of the bias of a source against the pool in its last year, in standard deviations";

    private static final Pattern SOURCE = Pattern.compile("([A-Z][A-Z0-9_]*)(\\.since_.*)?");

    private SourceDrifts() {}

    /** One series. */
    record Drift(Labels labels, double z) {}

    /** Those that an estimate shows; of several definitions of one source the newest. */
    static List<Drift> of(Estimate e) {
        if (!e.key().measure().equals(PooledEstimator.MEASURE)
                || !e.key().sector().equals(SeriesId.TOTAL)) {
            return List.of();
        }
        String prefix = "drift." + e.key().concept() + ".";
        Map<String, Double> bySource = new LinkedHashMap<>();
        for (Term term : e.terms()) {
            Double z = term.value();
            Matcher source =
                    SOURCE.matcher(term.name().startsWith(prefix) ? term.name().substring(prefix.length()) : "");
            if (z != null && source.matches()) {
                bySource.put(source.group(1), z);
            }
        }
        List<Drift> drifts = new ArrayList<>();
        bySource.forEach((source, z) -> drifts.add(new Drift(
                Labels.of("economy", e.key().economy(), "concept", e.key().concept(), "source", source), z)));
        return drifts;
    }
}
