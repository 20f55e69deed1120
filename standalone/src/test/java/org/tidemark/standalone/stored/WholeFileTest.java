package org.tidemark.standalone.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
    private static final String FULL = "No space left on device";

    @TempDir
    private Path dir = Path.of("");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsReplacedAsAWhole() throws Exception {
        Path file = Files.writeString(dir.resolve("estimates.csv"), "old and longer");

        WholeFile.write(file, out -> {
            out.write(bytes("new"));
            // As a writer of tables does it.
            out.close();
        });

        assertThat(file).hasContent("new");
        assertThat(files()).containsExactly("estimates.csv");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "E04-disk-full-and-noexec: a disk that is full in the middle leaves the old file and no half of a new one, and is named")
    void aFullDisk(boolean wrapped) throws Exception {
        Path file = Files.writeString(dir.resolve("estimates.csv"), "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(bytes("half of it"));
                    out.flush();
                    IOException full = new IOException(FULL);
                    if (wrapped) {
                        throw new UncheckedIOException(full);
                    }
                    throw full;
                }))
                .isInstanceOfSatisfying(FileSystemException.class, e -> {
                    assertThat(e.getFile()).isEqualTo(file.toString());
                    assertThat(e.getReason()).isEqualTo(FULL);
                });

        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly("estimates.csv");
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> all = Files.list(dir)) {
            return all.map(file -> String.valueOf(file.getFileName())).toList().stream();
        }
    }
}
