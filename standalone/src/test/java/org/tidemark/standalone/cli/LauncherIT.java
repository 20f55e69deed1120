package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;

/** The launcher with the real program, as a copy without sources: there is nothing to build. */
class LauncherIT {
    @TempDir
    private Path dir = Path.of("");

    private Path tidemark = dir;

    @BeforeEach
    void copyProgram() throws IOException {
        Path root = Files.createDirectories(dir.resolve("program"));
        tidemark = Files.copy(LaunchedTree.launcher(), root.resolve("tidemark"));
        assertThat(tidemark.toFile().setExecutable(true)).isTrue();
        Path jar = root.resolve("standalone/target/quick/tidemark-standalone.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .map(part -> Path.of(part).toAbsolutePath().toUri().toString())
                .collect(Collectors.joining(" "));
    }

    private LaunchedTree.Run run(Map<String, String> environment, String shell) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", shell.replace("tidemark", tidemark.toString())));
        return LaunchedTree.run(
                command,
                Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"),
                environment,
                dir);
    }

    @Test
    @DisplayName("E02-names-beyond-ascii-in-the-C-locale: files and folders are read and written by their names")
    void namesBeyondAscii() throws Exception {
        new Figures().firms("DK", "2024", 27.6, "2025-01-31").in(dir, "figures.csv");
        // By the shell, so that the name has these bytes whatever the locale of this test is.
        LaunchedTree.Run run = run(
                Map.of("LC_ALL", "C", "JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
                "d=$(printf 'gr\\303\\266\\303\\237e'); cp figures.csv $d.csv;"
                        + " tidemark replay --data $d.csv --out $d && ls $d/run.json && grep -c $d.csv $d/run.json");

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("see größe\n").endsWith("größe/run.json\n1\n");
    }

    @Test
    @DisplayName("E02-names-beyond-ascii-in-the-C-locale: a message shows the name as it is")
    void messagesBeyondAscii() throws Exception {
        LaunchedTree.Run run = run(
                Map.of("LC_ALL", "POSIX"), "tidemark up --ephemeral --data $(printf '\\316\\251\\346\\227\\245').csv");

        assertThat(run.err()).isEqualTo("tidemark: Ω日.csv does not exist; check the path\n");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    @DisplayName("E04-disk-full-and-noexec: help that cannot be printed is no success")
    void fullStandardOutput() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: there is no /dev/full here");

        LaunchedTree.Run run = run(Map.of(), "tidemark --help >/dev/full");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "tidemark: what was printed is incomplete: standard output cannot be written: No space left on device\n");
    }

    @Test
    void aReaderThatHasSeenEnoughIsToldNothing() throws Exception {
        assertThat(run(Map.of(), "tidemark --help | head -n 1").err()).isEmpty();
    }
}
