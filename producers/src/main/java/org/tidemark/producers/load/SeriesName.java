package org.tidemark.producers.load;

import org.tidemark.series.SeriesId;

/** A series in one word, as the loads of its source note it. */
final class SeriesName {
    private static final String BETWEEN = "|";

    private SeriesName() {}

    static String of(SeriesId series) {
        return String.join(BETWEEN, series.indicator(), series.economy(), series.sector());
    }

    /**
     * The series of such a name.
     *
     * @throws IllegalArgumentException when it is no such name
     */
    static SeriesId parse(String source, String name) {
        String[] parts = name.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("series '%s' is not indicator|economy|sector".formatted(name));
        }
        return new SeriesId(parts[0], parts[1], parts[2], source);
    }
}
