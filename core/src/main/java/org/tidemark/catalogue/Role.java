package org.tidemark.catalogue;

/** What an indicator is good for in the estimates. */
public enum Role {
    ADOPTION,
    EXPOSURE,
    AUTOMATION_SHARE,
    LABOUR_LEVEL,
    LABOUR_FLOW,
    SUPPLY,
    DEMAND,
    PRICE,
    COST,
    SHARE,
    /** Read by recipes of measures alone. */
    MEASURED,
    /** A statement about the future or a counterfactual: held as a forecast, may be published before its period. */
    CLAIM
}
