package org.tidemark.estimate;

import java.util.Optional;

/**
 * One row of a pool: how fast a share moved from one yearly figure of an economy to the next, on both links, at the logit
 * halfway.
 *
 * @param year that the later figure is about, in which the row is filed
 * @param logit halfway between the two figures
 * @param logitSpeed logits a year, cut to +-0.6
 * @param gompertzSpeed units of the Gompertz link a year, cut likewise
 */
public record YearlyChange(int year, double logit, double logitSpeed, double gompertzSpeed) {
    private static final double SHARE_MIN = 0.002;
    private static final double SHARE_MAX = 0.97;
    private static final double SPEED_MAX = 0.6;

    /** The row of two figures; empty where they are of one time, or too near to 0 or 1 for their change to tell a speed. */
    public static Optional<YearlyChange> of(Measurement before, Measurement after) {
        double years = after.time() - before.time();
        boolean told =
                years > 0 && before.share() >= SHARE_MIN && after.share() >= SHARE_MIN && after.share() <= SHARE_MAX;
        if (!told) {
            return Optional.empty();
        }
        double from = Math.min(before.share(), SHARE_MAX);
        double to = after.share();
        return Optional.of(new YearlyChange(
                (int) Math.floor(after.time()),
                (Link.LOGIT.of(from) + Link.LOGIT.of(to)) / 2,
                speed(Link.LOGIT, from, to, years),
                speed(Link.GOMPERTZ, from, to, years)));
    }

    private static double speed(Link link, double from, double to, double years) {
        return Math.max(-SPEED_MAX, Math.min(SPEED_MAX, (link.of(to) - link.of(from)) / years));
    }
}
