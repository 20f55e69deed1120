package org.tidemark.wire;

import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Writers' schemas beyond those that this program was built with. */
interface WriterSchemas {
    /** Knows none: what was not released with this program cannot be read. */
    WriterSchemas NONE = fingerprint -> null;

    @Nullable
    Schema byFingerprint(long fingerprint);
}
