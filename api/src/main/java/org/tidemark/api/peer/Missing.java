package org.tidemark.api.peer;

import org.jspecify.annotations.Nullable;
import org.tidemark.streams.peer.Holder;
import org.tidemark.streams.peer.PeerAddress;
import org.tidemark.streams.state.Part;

/**
 * A part that an answer lacks.
 *
 * @param monitor who has it, or null when nobody is known to
 * @param why the clause that follows the monitor
 */
public record Missing(Part part, @Nullable PeerAddress monitor, String why) {
    public static final String MOVING = "is being restored or moved";

    private static final String UNKNOWN =
            "no monitor is known to have it; it is being moved, or two monitors have one --advertise address";

    /** Of a part that neither can be read here nor is with another monitor. */
    public static Missing of(Holder holder) {
        return new Missing(holder.part(), null, holder.here() ? MOVING : UNKNOWN);
    }

    /** In one clause, such as {@code economies/1 at 10.0.0.7:8080: does not answer}. */
    public String written() {
        String where = monitor == null ? "" : " at " + monitor.written();
        return part.written() + where + ": " + why;
    }
}
