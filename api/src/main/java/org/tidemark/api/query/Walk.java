package org.tidemark.api.query;

import java.util.function.Predicate;

/** Rows in an order that does not change while nothing arrives; walked as often as asked. */
@FunctionalInterface
interface Walk<T> {
    /** Hands over rows while the consumer wants more. */
    void each(Predicate<T> wantsMore);
}
