package org.tidemark.catalogue;

import java.util.List;

/**
 * One mechanism that the monitor is asked to cover.
 *
 * @param number in the map of mechanisms
 * @param title one line for people
 * @param estimates measures of other estimators that answer it: {@code penetration}; empty where only recipes do
 * @param outside why nobody can measure it from public figures; empty where somebody can
 */
public record SeedRow(int number, String title, List<String> estimates, String outside) {
    public SeedRow {
        estimates = List.copyOf(estimates);
    }
}
