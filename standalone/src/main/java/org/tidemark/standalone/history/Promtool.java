package org.tidemark.standalone.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tidemark.producers.UnreadableFileException;

/** Prometheus' own tool, which makes blocks of a backfill file. */
final class Promtool {
    /**
     * Blocks as long as a year. Without the flag, which promtool's help does not list, ten years are thousands of blocks
     * and minutes.
     */
    private static final List<String> COMMAND =
            List.of("tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=8760h");

    private final String program;
    private final Consumer<String> says;

    /**
     * Where to find it.
     *
     * @param says told every line that it prints, on either stream
     */
    Promtool(String program, Consumer<String> says) {
        this.program = program;
        this.says = says;
    }

    /** Makes blocks in a folder, which is made where it is absent. */
    void createBlocks(Path file, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program);
        command.addAll(COMMAND);
        command.add(file.toString());
        command.add(folder.toString());
        Process promtool = started(command);
        int exit;
        try (BufferedReader said = promtool.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                says.accept(line);
            }
            exit = promtool.waitFor();
        } finally {
            promtool.destroy();
        }
        if (exit != 0) {
            throw new UnreadableFileException(
                    "promtool ended with exit code %d; see what it said, and whether %s can be written and has room"
                            .formatted(exit, folder));
        }
    }

    private Process started(List<String> command) throws UnreadableFileException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "%s cannot be run; install Prometheus, which has it (Debian: apt-get install prometheus), or put it on the PATH"
                            .formatted(program));
        }
    }
}
