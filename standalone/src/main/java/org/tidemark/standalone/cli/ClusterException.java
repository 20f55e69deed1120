package org.tidemark.standalone.cli;

import java.io.IOException;

/** A cluster that cannot be used as it is; the message is one line for the user. */
final class ClusterException extends IOException {
    private static final long serialVersionUID = 1L;

    ClusterException(String message, Exception cause) {
        super(message, cause);
    }

    ClusterException(String message) {
        super(message);
    }
}
