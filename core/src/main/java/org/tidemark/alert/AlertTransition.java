package org.tidemark.alert;

import java.util.Optional;

/** How an alert stands after something was read, and what is said of it. */
public record AlertTransition(AlertState standing, Optional<AlertEvent> said) {
    static AlertTransition silent(AlertState standing) {
        return new AlertTransition(standing, Optional.empty());
    }
}
