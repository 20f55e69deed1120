package org.tidemark.standalone.history;

import java.util.Locale;
import java.util.Optional;

/**
 * How much a history holds.
 *
 * @param cells that it shows
 * @param leftOff cells that it does not show, because of the bound on series
 */
public record HistorySize(int cells, int leftOff, int series, long samples) {
    /** In words; one line. */
    public String line() {
        String cut =
                leftOffLine().map(words -> "; " + words + ": see --series-max").orElse("");
        return String.format(Locale.ROOT, "%,d series of %,d cells, %,d samples%s", series, cells, samples, cut);
    }

    /** What is left off, in words; empty where nothing is. */
    public Optional<String> leftOffLine() {
        return leftOff == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%,d cells are left off by the bound on series, sectors before whole economies",
                        leftOff));
    }
}
