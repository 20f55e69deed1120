package org.tidemark.streams.state;

import org.jspecify.annotations.Nullable;

/** The stores are being restored or moved; asking again later is the remedy. */
public final class StoresUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoresUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
