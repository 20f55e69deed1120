package org.tidemark.measure;

/**
 * One recipe in one economy or panel. Asked again it may go on from where it was; what it says is a function of the parts
 * alone.
 */
interface Course {
    /** The number, or why there is none; every part has something. */
    Outcome of(Parts parts);

    /** How many figures it keeps something of. */
    default int size() {
        return 0;
    }
}
