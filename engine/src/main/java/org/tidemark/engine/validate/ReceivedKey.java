package org.tidemark.engine.validate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The key under which a rejection is sent: that of the record, as it was received. */
public final class ReceivedKey {
    static final int BYTES_MAX = 1024;

    private ReceivedKey() {}

    /** Cut, so that the record fits the topic beside the original bytes. */
    public static byte @Nullable [] toKeep(byte @Nullable [] key) {
        return key == null || key.length <= BYTES_MAX ? key : Arrays.copyOf(key, BYTES_MAX);
    }
}
