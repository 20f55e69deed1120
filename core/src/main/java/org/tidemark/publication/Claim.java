package org.tidemark.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A figure in a file, of which it is asked when it became public.
 *
 * @param stated when it became public, where the file says so beside the figure; else null
 * @param usual when such a figure usually becomes public; null when nobody knows
 * @param ended when its reference period ends
 * @param value null when it is withdrawn
 * @param standardError null when none was published
 */
public record Claim(
        @Nullable Instant stated,
        @Nullable Publication usual,
        Instant ended,
        @Nullable Double value,
        @Nullable Double standardError) {}
