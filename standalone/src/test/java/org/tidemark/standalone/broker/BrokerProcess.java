package org.tidemark.standalone.broker;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tidemark.standalone.logging.LogFile;

/** The embedded broker in a process of its own, for what one cannot do to the process of the tests. */
final class BrokerProcess {
    static final String TOPIC = "figures";
    private static final int SECONDS_MAX = 60;

    private BrokerProcess() {}

    /** How the process ends once a record is stored. */
    enum End {
        CLOSED,
        CRASHED
    }

    record Result(int exit, String terminal) {}

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[1]);
        LogFile.in(directory);
        try (EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, 0))) {
            Clients.createTopic(broker.bootstrap(), TOPIC);
            Clients.send(broker.bootstrap(), TOPIC, List.of(Instant.EPOCH));
            if (End.valueOf(args[0]) == End.CRASHED) {
                Runtime.getRuntime().halt(0);
            }
        }
    }

    static Result run(End end, Path directory) throws IOException, InterruptedException {
        File terminal = directory.resolve("terminal.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command(end, directory))
                .redirectErrorStream(true)
                .redirectOutput(terminal);
        // Java says on the terminal that it has picked these up.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process still runs after %d s".formatted(SECONDS_MAX));
            }
            return new Result(process.exitValue(), Files.readString(terminal.toPath()));
        } finally {
            process.destroyForcibly();
        }
    }

    /** With the switches of this JVM (not its properties): what a version of Java warns of is switched off there. */
    private static List<String> command(End end, Path directory) {
        Stream<String> switches = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> program = List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                end.name(),
                directory.toString());
        return Stream.of(Stream.of(java), switches, program.stream())
                .flatMap(part -> part)
                .toList();
    }
}
