package org.tidemark.wire;

/** The schema registry did not do what was asked; the message says why and what to do in one line. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean unavailable;

    private RegistryException(String message, boolean unavailable, Throwable cause) {
        super(message, cause);
        this.unavailable = unavailable;
    }

    RegistryException(String message) {
        super(message);
        this.unavailable = false;
    }

    static RegistryException unavailable(String message, Throwable cause) {
        return new RegistryException(message, true, cause);
    }

    /** Whether the same may succeed later: the registry is away, and nothing is wrong with what was asked. */
    public boolean isUnavailable() {
        return unavailable;
    }
}
