package org.tidemark.standalone.stored;

import java.nio.file.Path;

/**
 * Where a file stops to be what was written.
 *
 * @param at the first byte that cannot be believed
 * @param why in a few words
 */
public record Damage(Path file, long at, String why) {
    /** As part of a line: the file, the place, the reason. */
    public String line() {
        return "%s is damaged at byte %d (%s)".formatted(file, at, why);
    }
}
