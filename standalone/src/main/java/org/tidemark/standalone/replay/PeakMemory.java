package org.tidemark.standalone.replay;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most memory that this process has used.
 *
 * @param of what is measured
 */
public record PeakMemory(long bytes, Of of) {
    /** What a system tells. */
    public enum Of {
        /** All that the process had in memory: heap, Kafka's and the stores' buffers, code. */
        PROCESS("process"),
        /** The sum of the peaks of Java's heap pools, where the system tells no more. */
        HEAP("heap");

        private final String label;

        Of(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    static PeakMemory now() {
        return of(STATUS);
    }

    static PeakMemory of(Path status) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(status, StandardCharsets.UTF_8));
            if (peak.find()) {
                return new PeakMemory(Long.parseLong(peak.group(1)) * 1024, Of.PROCESS);
            }
        } catch (IOException noSuchFile) {
            // Only Linux has it.
            return heap();
        }
        return heap();
    }

    private static PeakMemory heap() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage == null ? 0 : usage.getUsed())
                .sum();
        return new PeakMemory(bytes, Of.HEAP);
    }
}
