package org.tidemark.wire;

import org.jspecify.annotations.Nullable;

/** The schema registry did not do what was asked; the message says why and what to do in one line. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private enum Kind {
        REFUSED,
        UNAVAILABLE,
        LOST
    }

    private final Kind kind;

    private RegistryException(String message, Kind kind, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    RegistryException(String message) {
        this(message, Kind.REFUSED, null);
    }

    static RegistryException unavailable(String message, Throwable cause) {
        return new RegistryException(message, Kind.UNAVAILABLE, cause);
    }

    static RegistryException lost(String message) {
        return new RegistryException(message, Kind.LOST, null);
    }

    /** Whether the registry has lost a schema that our records were written with: they can be read when it is back. */
    public boolean isLost() {
        return kind == Kind.LOST;
    }

    /** Whether the same may succeed later: the registry is away, and nothing is wrong with what was asked. */
    public boolean isUnavailable() {
        return kind == Kind.UNAVAILABLE;
    }
}
