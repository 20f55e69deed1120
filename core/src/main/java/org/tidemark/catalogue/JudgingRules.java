package org.tidemark.catalogue;

/**
 * How a release is judged before it is believed. A score is out of range when one as large is less probable than
 * {@code tail}, given the scores of the same source's past releases and a prior that is worth {@code priorWeight} of them.
 *
 * @param tail probability below which a score is out of range, 0 to 1
 * @param priorWeight how many past releases the prior is worth; above 0
 * @param pastMax past releases that count, the newest
 * @param figuresMin figures that a score must rest on; with fewer only a slip of the unit is judged
 * @param slipShift median shift that is a slip of the unit whatever the past, in logits or logs
 * @param confirmations releases that must repeat a held one until it counts as what the source stands by
 * @param shiftSd prior scale of the median shift of restated figures, in logits or logs
 * @param spreadSd the same where values may be negative, in interquartile ranges
 * @param lostSd prior scale of the share of figures that a complete release leaves out
 * @param refusedSd prior scale of the share of figures that are refused
 * @param disorderSd prior scale of the share of figures that are out of the order of their dates
 * @param newTail probability below which a new figure is out of range, 0 to 1
 * @param newSd prior scale of the innovation of a new figure, in logits or logs
 * @param newPastMax innovations of the past that count, the newest
 */
public record JudgingRules(
        double tail,
        double priorWeight,
        int pastMax,
        int figuresMin,
        double slipShift,
        int confirmations,
        double shiftSd,
        double spreadSd,
        double lostSd,
        double refusedSd,
        double disorderSd,
        double newTail,
        double newSd,
        int newPastMax) {
    /** With the usual numbers for new figures. */
    public JudgingRules(
            double tail,
            double priorWeight,
            int pastMax,
            int figuresMin,
            double slipShift,
            int confirmations,
            double shiftSd,
            double spreadSd,
            double lostSd,
            double refusedSd,
            double disorderSd) {
        this(
                tail,
                priorWeight,
                pastMax,
                figuresMin,
                slipShift,
                confirmations,
                shiftSd,
                spreadSd,
                lostSd,
                refusedSd,
                disorderSd,
                JudgingText.NEW_TAIL,
                JudgingText.NEW_SD,
                JudgingText.NEW_PAST_MAX);
    }

    public JudgingRules {
        require(tail > 0 && tail < 1, "tail", tail, "between 0 and 1");
        require(priorWeight > 0, "prior_weight", priorWeight, "above 0");
        require(pastMax >= 1, "past_max", pastMax, "1 or more");
        require(figuresMin >= 1, "figures_min", figuresMin, "1 or more");
        require(slipShift > 0, "slip_shift", slipShift, "above 0");
        require(confirmations >= 1, "confirmations", confirmations, "1 or more");
        require(spreadSd > 0, "spread_sd", spreadSd, "above 0");
        require(shiftSd > 0, "shift_sd", shiftSd, "above 0");
        require(lostSd > 0, "lost_sd", lostSd, "above 0");
        require(refusedSd > 0, "refused_sd", refusedSd, "above 0");
        require(disorderSd > 0, "disorder_sd", disorderSd, "above 0");
        require(newTail > 0 && newTail < 1, "new_tail", newTail, "between 0 and 1");
        require(newSd > 0, "new_sd", newSd, "above 0");
        require(newPastMax >= 1 && newPastMax <= 100, "new_past_max", newPastMax, "between 1 and 100");
    }

    private static void require(boolean holds, String field, double value, String bound) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "catalogue: judging: %s is %s; it must be %s".formatted(field, value, bound));
        }
    }
}
