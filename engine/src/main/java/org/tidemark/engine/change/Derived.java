package org.tidemark.engine.change;

import java.time.Instant;

/** Something that is derived from the figures of an economy or a panel. */
public interface Derived {
    /**
     * Takes in what an instant of publication has changed.
     *
     * @param at the event time of the record that completed the instant
     */
    void applied(InstantApplied applied, Instant at);

    /** Derives everything anew, from nothing but what is said there. */
    void rederived(Rederived anew);
}
