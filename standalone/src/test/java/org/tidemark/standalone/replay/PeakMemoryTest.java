package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakMemoryTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void isThatOfTheProcessWhereTheSystemTellsIt() throws Exception {
        Path status = Files.writeString(
                dir.resolve("status"), "Name:\tjava\nVmPeak:\t 9999 kB\nVmHWM:\t  2048 kB\n", StandardCharsets.UTF_8);

        assertThat(PeakMemory.of(status)).isEqualTo(new PeakMemory(2048 * 1024, PeakMemory.Of.PROCESS));
    }

    @Test
    void isThatOfTheHeapElsewhere() {
        PeakMemory memory = PeakMemory.of(dir.resolve("nowhere"));

        assertThat(memory.of()).isEqualTo(PeakMemory.Of.HEAP);
        assertThat(memory.bytes()).isPositive();
    }
}
