package org.tidemark.streams.app;

/** What an orchestrator asks. Neither answer takes longer than a few seconds. */
public interface HealthCheck {
    /** Ill when only a restart of the process can help. */
    Health live();

    /** Ill while queries cannot be answered or nothing new can arrive. */
    Health ready();
}
