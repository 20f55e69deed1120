package org.tidemark.producers.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineSourceTest {
    private static final long GIB = 1L << 30;
    private static final long ALLOCATED_BYTES_MAX = 8L << 20;

    @Test
    void lineOfAGibibytePassesThroughWithoutBeingHeld() throws IOException {
        InputStream in = sequence(text("a,b\n"), new Repeated('x', GIB), text("\n1,2\n"));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        try (LineSource lines = new LineSource(in)) {
            Line header = Objects.requireNonNull(lines.next());
            Line huge = Objects.requireNonNull(lines.next());
            Line row = Objects.requireNonNull(lines.next());
            Line none = lines.next();

            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(header.bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("a,b");
            assertThat(huge.tooLong()).isTrue();
            assertThat(huge.size()).isEqualTo(GIB);
            assertThat(huge.bytes()).hasSize(Line.ORIGINAL_BYTES_MAX);
            assertThat(row.where()).isEqualTo("line 3");
            assertThat(row.bytes()).asString(StandardCharsets.US_ASCII).isEqualTo("1,2");
            assertThat(none).isNull();
            assertThat(allocated).isLessThan(ALLOCATED_BYTES_MAX);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static InputStream sequence(InputStream... parts) {
        return new SequenceInputStream(java.util.Collections.enumeration(List.of(parts)));
    }

    /** The same byte again and again. */
    private static final class Repeated extends InputStream {
        private final byte what;
        private long left;

        Repeated(char what, long count) {
            this.what = (byte) what;
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? what : -1;
        }

        @Override
        public int read(byte[] to, int from, int count) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(count, left);
            Arrays.fill(to, from, from + given, what);
            left -= given;
            return given;
        }
    }
}
