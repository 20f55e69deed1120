package org.tidemark.standalone.backup;

import java.util.Optional;
import java.util.stream.Stream;
import org.tidemark.wire.Topics;

/** The topics that hold what cannot be computed from others, with the numbers that they have in a file. */
enum Fact {
    /** Figures, ends of releases, decisions on them. */
    OBSERVATIONS(0),
    /** Files that were loaded. */
    LOADS(1),
    /** What readers of files refused; what the topologies refuse they refuse again. */
    REJECTED(2);

    private final int number;

    Fact(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The one with that number, if there is one. */
    static Optional<Fact> of(int number) {
        return Stream.of(values()).filter(fact -> fact.number == number).findFirst();
    }

    String topic(Topics topics) {
        return switch (this) {
            case OBSERVATIONS -> topics.observations();
            case LOADS -> topics.loads();
            case REJECTED -> topics.rejected();
        };
    }
}
