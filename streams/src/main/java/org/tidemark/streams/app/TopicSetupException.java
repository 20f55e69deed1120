package org.tidemark.streams.app;

import org.jspecify.annotations.Nullable;

/** The topics are not as they must be; one line says which, why and what to do. */
public final class TopicSetupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicSetupException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
