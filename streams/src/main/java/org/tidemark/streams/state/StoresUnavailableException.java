package org.tidemark.streams.state;

/** The stores are being restored or moved; asking again later is the remedy. */
public final class StoresUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoresUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
