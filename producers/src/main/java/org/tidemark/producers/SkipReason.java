package org.tidemark.producers;

/** Why a cell that was read is no figure, and no error either. */
public enum SkipReason {
    /** Nothing in it, or the publisher's mark for not available. */
    EMPTY,
    /** The publisher suppresses it to protect respondents or for quality. */
    SUPPRESSED,
    /** The question was not asked. */
    NOT_ASKED,
    /** A question, column or kind of row that Tidemark does not follow. */
    NOT_COVERED,
    /** The same as in the file before, from a source of which only changes are sent. */
    UNCHANGED
}
