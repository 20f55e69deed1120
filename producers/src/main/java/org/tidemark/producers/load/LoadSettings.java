package org.tidemark.producers.load;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How to load.
 *
 * @param asFiled whether every figure counts as published with its file, also in a first delivery
 * @param asOf only what was published by then; null for all
 * @param until only periods that end by then; null for all
 * @param skipLoaded whether files that have been loaded whole before are passed over
 */
public record LoadSettings(boolean asFiled, @Nullable Instant asOf, @Nullable LocalDate until, boolean skipLoaded) {
    public static final LoadSettings ALL = new LoadSettings(false, null, null, false);
}
