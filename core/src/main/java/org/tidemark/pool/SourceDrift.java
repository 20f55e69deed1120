package org.tidemark.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;

/**
 * How far a source drifts from the pool, as a pooled estimate says.
 *
 * @param z move of its bias in its last year, in standard deviations: 0 +- 1 where it does not drift
 */
public record SourceDrift(String source, double z) {
    private static final Pattern SOURCE = Pattern.compile("([A-Z][A-Z0-9_]*)(\\.since_.*)?");

    /** Those of the sources in the estimate's own concept; of several definitions of one source the newest. */
    public static List<SourceDrift> of(Estimate pooled) {
        if (!pooled.key().measure().equals(PooledEstimator.MEASURE)) {
            return List.of();
        }
        String prefix = "drift." + pooled.key().concept() + ".";
        Map<String, Double> bySource = new LinkedHashMap<>();
        for (Term term : pooled.terms()) {
            Double z = term.value();
            Matcher source =
                    SOURCE.matcher(term.name().startsWith(prefix) ? term.name().substring(prefix.length()) : "");
            if (z != null && source.matches()) {
                bySource.put(source.group(1), z);
            }
        }
        List<SourceDrift> drifts = new ArrayList<>();
        bySource.forEach((source, z) -> drifts.add(new SourceDrift(source, z)));
        return drifts;
    }
}
