package org.tidemark.bench.frame;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.tidemark.bench.threads.ThreadLooks;
import org.tidemark.bench.threads.ThreadSeconds;

/** Runs one frame in a process of its own, so that each begins as cold as the others and has its own Kafka client. */
public final class FrameProcess {
    private static final String STREAMS = "streams";
    private static final String FLINK = "flink";
    private static final String LOOP = "loop";
    static final List<String> FRAMES = List.of(STREAMS, FLINK, LOOP);

    private FrameProcess() {}

    /** The process itself: the name of a frame, then where it runs. */
    public static void main(String[] args) throws Exception {
        List<String> given = List.of(args);
        frame(given.get(0)).run(FrameSetting.read(given.subList(1, given.size())));
        // Threads that a frame leaves behind would hold the process up.
        System.exit(0);
    }

    private static Frame frame(String name) {
        return switch (name) {
            case STREAMS -> new StreamsFrame();
            case FLINK -> new FlinkFrame();
            default -> new LoopFrame();
        };
    }

    /** Processor seconds of a run by what its threads do. */
    static SortedMap<String, Double> run(String frame, FrameSetting setting, Path flinkLib)
            throws IOException, InterruptedException {
        String ours = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx3g",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                frame.equals(FLINK) ? flinkLib.resolve("*") + File.pathSeparator + ours : ours,
                FrameProcess.class.getName(),
                frame));
        command.addAll(setting.written());
        Process process = new ProcessBuilder(command).inheritIO().start();
        try (ThreadLooks looks = ThreadLooks.at(new ThreadSeconds(process.pid()))) {
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("%s ended with %d; its output above says why".formatted(frame, code));
            }
            return looks.seconds();
        } finally {
            process.destroyForcibly();
        }
    }
}
