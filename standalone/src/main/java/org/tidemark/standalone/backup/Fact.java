package org.tidemark.standalone.backup;

import org.tidemark.wire.Topics;

/** The topics that hold what cannot be computed from others. Their order is part of the file's format: append only. */
enum Fact {
    /** Figures, ends of releases, decisions on them. */
    OBSERVATIONS,
    /** Files that were loaded. */
    LOADS,
    /** What readers of files refused; what the topologies refuse they refuse again. */
    REJECTED;

    String topic(Topics topics) {
        return switch (this) {
            case OBSERVATIONS -> topics.observations();
            case LOADS -> topics.loads();
            case REJECTED -> topics.rejected();
        };
    }
}
