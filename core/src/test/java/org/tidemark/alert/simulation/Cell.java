package org.tidemark.alert.simulation;

import org.tidemark.catalogue.AlertRule;

/** One simulated cell that rules can be asked of. */
interface Cell {
    Calendar calendar();

    /** How long it was watched. */
    double months();

    /** How often a rule raised an alert in it. */
    Tally count(AlertRule rule);
}
