package org.tidemark.version;

/** Why an estimate or an alert is another one, where no figure is the reason. */
public enum Cause {
    /** The rules of alerts are others. */
    RULES,
    /** The estimates are made otherwise. */
    MODEL,
    /** The catalogue says something else of the figures. */
    CATALOGUE
}
