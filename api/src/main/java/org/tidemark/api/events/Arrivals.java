package org.tidemark.api.events;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.tidemark.alert.AlertEvent;

/** Where it is learned that something was said anew. */
public interface Arrivals {
    /** Is told what has been said. */
    interface Listener {
        /** From now on everything is told. */
        void began();

        /**
         * Estimates were said anew.
         *
         * @param economies of which economies
         * @param estimates how many
         */
        void estimated(Set<String> economies, int estimates);

        /** An alert was raised, cleared or retracted. */
        void alerted(AlertEvent event);

        /** Called now and then, whether or not anything was said. */
        void passed();
    }

    /**
     * Tells a listener of everything from now on, in the calling thread, while {@code wanted} holds.
     *
     * @throws RuntimeException when it cannot go on; it may be called again
     */
    void follow(Listener listener, BooleanSupplier wanted);
}
