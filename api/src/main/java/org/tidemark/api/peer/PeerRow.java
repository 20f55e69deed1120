package org.tidemark.api.peer;

import org.tidemark.engine.table.Key;

/**
 * A row of an answer, as it is written.
 *
 * @param place where it stands in the order of all rows; rows of one place are in one part, in order
 * @param text its bytes in the format that was asked for
 */
// The bytes are passed on and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record PeerRow(Key place, byte[] text) {}
