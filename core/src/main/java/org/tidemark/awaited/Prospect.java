package org.tidemark.awaited;

import java.util.List;
import org.tidemark.estimate.ReleaseWorth;

/**
 * What is known of a release before it comes.
 *
 * @param worth to the estimate: in its unit, or for penetration as shares of 0 to 1
 * @param alerts those that it may raise or end
 */
public record Prospect(ReleaseWorth worth, List<AlertOdds> alerts) {
    public Prospect {
        alerts = List.copyOf(alerts);
    }
}
