package org.tidemark.api.history;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.estimate.EstimateKey;

/** A cell in one unit: another unit is another metric. */
public record Line(MetricUnit unit, EstimateKey key) implements Comparable<Line> {
    /** The job of every series of the history: by it a Prometheus that scrapes too knows what to ask for elsewhere. */
    public static final String JOB = "tidemark-history";

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::key).thenComparing(Line::unit);

    /** The labels of its series, but for the name. */
    public SortedMap<String, String> labels() {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("concept", key.concept());
        labels.put("economy", key.economy());
        labels.put("job", JOB);
        labels.put("measure", key.measure());
        labels.put("sector", key.sector());
        return labels;
    }

    @Override
    public int compareTo(Line other) {
        return ORDER.compare(this, other);
    }
}
