package org.tidemark.standalone.stored;

import org.jspecify.annotations.Nullable;

/**
 * What was found of a log.
 *
 * @param end offset behind the last record that is whole
 * @param damage where it was found to end early; null when all of it is whole
 */
public record Scan(long end, @Nullable Damage damage) {}
