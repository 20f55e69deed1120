package org.tidemark.producers.watch;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a question. */
public sealed interface Answer {
    /**
     * A file.
     *
     * @param body where it lies, unpacked
     * @param validators what it says of its version
     */
    record Body(Path body, Validators validators) implements Answer {}

    /** The same as before. */
    record Unchanged() implements Answer {}

    /**
     * Nothing.
     *
     * @param detail what happened, in one line
     * @param after how long the publisher wants to be left alone; null where it does not say
     */
    record Failure(Reason reason, String detail, @Nullable Duration after) implements Answer {}
}
