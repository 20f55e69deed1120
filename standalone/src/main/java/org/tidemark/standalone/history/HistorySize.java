package org.tidemark.standalone.history;

import java.util.Locale;

/**
 * How much a history holds.
 *
 * @param cells that it shows
 * @param leftOff cells that it does not show, because of the bound on series
 */
public record HistorySize(int cells, int leftOff, int series, long samples) {
    /** In words; one line. */
    public String line() {
        String cut = leftOff == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; %,d cells are left off by the bound on series, sectors before whole economies: see --series-max",
                        leftOff);
        return String.format(Locale.ROOT, "%,d series of %,d cells, %,d samples%s", series, cells, samples, cut);
    }
}
