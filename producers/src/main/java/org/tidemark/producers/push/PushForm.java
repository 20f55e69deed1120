package org.tidemark.producers.push;

/** How figures are written in a body. */
public enum PushForm {
    /** Objects, loaded as the rows of plain CSV behind its header. */
    JSON,
    /** Plain CSV, loaded as it came. */
    CSV;

    /** What a producer counts by: the observation of a JSON body, the line of a CSV. */
    public int row(int line) {
        return this == JSON ? line - 1 : line;
    }
}
