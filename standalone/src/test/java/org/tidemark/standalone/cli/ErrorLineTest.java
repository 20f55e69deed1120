package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ErrorLineTest {
    private final StringWriter err = new StringWriter();
    private final CommandLine command = Tidemark.commandLine().setErr(new PrintWriter(err, true));

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new IOException("x.csv is empty\nand more"), "x.csv is empty"),
                Arguments.of(new NoSuchFileException("/a/b"), "/a/b does not exist"),
                Arguments.of(new AccessDeniedException("/a/b"), "no permission for /a/b"),
                Arguments.of(
                        new FileSystemException("/a/b", null, "No space left on device"),
                        "/a/b cannot be written, its disk is full: No space left on device; free some space or choose another folder"),
                Arguments.of(new UncheckedIOException(new NoSuchFileException("/a/b")), "/a/b does not exist"),
                Arguments.of(
                        new IllegalArgumentException("threads is 0; it must be 1 to 4"),
                        "threads is 0; it must be 1 to 4"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatTheUserCanMendIsOneLine(Exception fault, String line) {
        assertThat(exit(fault)).isEqualTo(ErrorLine.FAILED);
        assertThat(err).hasToString("tidemark: " + line + "\n");
    }

    @Test
    void aBugIsOneLineThatSaysWhereTheDetailsAre() {
        assertThat(exit(new IllegalStateException("store holds nonsense"))).isEqualTo(ErrorLine.FAILED);
        assertThat(err.toString())
                .startsWith("tidemark: unexpected IllegalStateException: store holds nonsense; ")
                .endsWith(", please report it\n")
                .hasLineCount(1);
    }

    @Test
    void whoToldTheProcessToEndKnowsThat() {
        assertThat(exit(new InterruptedException())).isEqualTo(ErrorLine.ENDED);
        assertThat(err.toString()).isEmpty();
    }

    private int exit(Exception fault) {
        return new ErrorLine().handleExecutionException(fault, command, command.parseArgs());
    }
}
