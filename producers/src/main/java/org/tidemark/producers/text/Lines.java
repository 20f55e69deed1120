package org.tidemark.producers.text;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Physical lines, one by one. */
interface Lines extends Closeable {
    /** The next line, empty ones too; null at the end. */
    @Nullable
    Line next() throws IOException;
}
