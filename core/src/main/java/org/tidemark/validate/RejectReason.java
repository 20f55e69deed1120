package org.tidemark.validate;

/** Why something was refused. The set is closed: dashboards and tests count on it. */
public enum RejectReason {
    /** The bytes are no record of ours. */
    MALFORMED,
    /** The record's key or timestamp contradicts what it holds. */
    MISADDRESSED,
    /** Text that is not of the source's character set. */
    BAD_ENCODING,
    /** A line or cell over the size that any honest file has. */
    TOO_LONG,
    /** A column that the format needs is empty or absent. */
    MISSING_FIELD,
    /** Text where a number should be. */
    BAD_NUMBER,
    /** Text that is no reference period. */
    BAD_PERIOD,
    /** Text that is no publication date. */
    BAD_PUBLISHED,
    /** An id that is not well formed. */
    BAD_ID,
    /** No entry and no family in the catalogue. */
    UNKNOWN_INDICATOR,
    /** Neither ISO 3166 nor a declared aggregate. */
    UNKNOWN_ECONOMY,
    /** Another unit than the catalogue's. */
    WRONG_UNIT,
    /** A value that cannot be true. */
    OUT_OF_RANGE,
    /** Known before the period began, though it is no claim about the future. */
    PUBLISHED_BEFORE_PERIOD,
    /** A decision on a release that was never judged. */
    NOTHING_TO_DECIDE,
    /** Two values for one figure at one instant from one source. */
    CONFLICTING
}
