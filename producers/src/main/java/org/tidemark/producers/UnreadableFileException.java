package org.tidemark.producers;

import java.io.IOException;

/** A file that cannot be loaded at all; the message says what, which, the bound and the remedy in one line. */
public final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
