package org.tidemark.streams.peer;

import org.jspecify.annotations.Nullable;
import org.tidemark.streams.state.Part;

/**
 * Who has a part.
 *
 * @param here whether it is the monitor that is asked
 * @param address of another monitor that has it; null when it is here, or when no monitor is known to have it
 */
public record Holder(Part part, boolean here, @Nullable PeerAddress address) {}
