package org.tidemark.alert;

import java.util.Optional;

/** How an alert stands after something was read, and what is said of it. */
public record Step(Standing standing, Optional<AlertEvent> said) {
    static Step silent(Standing standing) {
        return new Step(standing, Optional.empty());
    }
}
