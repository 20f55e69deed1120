package org.tidemark.standalone.run;

import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.metrics.WarmUp;

/**
 * The health of a monitor that is ready once a scrape has been rehearsed as well, so that whoever waits for it finds
 * pages as fast as they will be later.
 */
record Rehearsed(HealthCheck monitor, WarmUp rehearsal) implements HealthCheck {
    @Override
    public Health live() {
        return monitor.live();
    }

    @Override
    public Health ready() {
        Health health = monitor.ready();
        return health.well() && !rehearsal.isDone()
                ? new Health(false, "the first scrape is being rehearsed; ask again in some seconds")
                : health;
    }
}
