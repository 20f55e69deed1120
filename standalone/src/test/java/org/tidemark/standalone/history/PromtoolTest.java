package org.tidemark.standalone.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.UnreadableFileException;

class PromtoolTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void whereItIsMissingTheUserIsToldWhatToInstall() {
        Promtool missing = new Promtool(dir.resolve("promtool").toString(), line -> {});

        assertThatThrownBy(() -> missing.createBlocks(dir, dir))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("cannot be run; install Prometheus")
                .hasMessageContaining("apt-get install prometheus");
    }

    @Test
    void whatItSaysIsPassedOnAndItsFailureIsOne() {
        List<String> said = new ArrayList<>();
        // Any program that complains of arguments it does not know.
        Promtool failing = new Promtool("cp", said::add);

        assertThatThrownBy(() -> failing.createBlocks(dir, dir))
                .hasMessageContaining("promtool ended with exit code 1");
        assertThat(said).isNotEmpty();
    }
}
