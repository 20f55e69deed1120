package org.tidemark.release;

import org.tidemark.revise.Outcome;

/**
 * Figures of another release of the same source, economy and instant that were counted before, and are refused now
 * because this release contradicts them.
 *
 * @param release stable id of the other release
 * @param load the load that sent it
 * @param outcome what they were counted as
 * @param count how many
 */
public record WithdrawalCount(String release, String load, Outcome outcome, int count) {
    public WithdrawalCount {
        if (count < 1 || outcome == Outcome.CONFLICTING) {
            throw new IllegalArgumentException(
                    "release %s, load %s: %d %s taken back; count each that had an outcome once"
                            .formatted(release, load, count, outcome));
        }
    }
}
