package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine, on the PATH or where CI unpacks Debian's packages. */
record Program(Path path) {
    private static final Path UNPACKED = Place.REPOSITORY.resolve("target/prometheus/usr/bin");
    private static final int PATIENCE_SECONDS = 300;

    /** What a program left behind: exit code, and both of its streams. */
    record Result(int exit, String said) {}

    /** Ends the test as skipped, in one line, where none of the names is there. */
    static Program assumed(String... names) {
        Optional<Program> found =
                Arrays.stream(names).flatMap(Program::candidates).findFirst();
        assumeTrue(found.isPresent(), () -> "skipped: no %s on the PATH; .ci/run says where it comes from"
                .formatted(names[0]));
        return found.orElseThrow();
    }

    private static Stream<Program> candidates(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Arrays.stream(path.split(File.pathSeparator)).map(Path::of), Stream.of(UNPACKED))
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(Program::new);
    }

    /** Runs it to its end. */
    Result run(Path directory, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(List.of(arguments));
        Path said = Files.createTempFile("said", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).as(() -> command + " does not end").isTrue();
            return new Result(process.exitValue(), Files.readString(said));
        } finally {
            Files.delete(said);
        }
    }
}
