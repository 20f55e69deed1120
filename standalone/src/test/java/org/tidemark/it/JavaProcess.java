package org.tidemark.it;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program of ours in a process of its own, with its two outputs in files; closing it kills it. */
public final class JavaProcess implements AutoCloseable {
    /** So generous that only something that hangs exceeds it, on a machine however busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int LOOK_EVERY_MS = 50;

    // As in the tests' own JVM: a process of seconds is over before the second compiler has paid for itself.
    private static final List<String> SHORT = List.of("-XX:TieredStopAtLevel=1");

    private final Process process;
    private final Path out;
    private final Path err;
    private final Path temporary;

    private JavaProcess(Process process, Path out, Path err, Path temporary) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.temporary = temporary;
    }

    /** Looked at again and again. */
    public interface Condition {
        boolean holds() throws IOException;
    }

    public static JavaProcess start(Path folder, String main, String... arguments) throws IOException {
        return start(folder, SHORT, main, arguments);
    }

    /** One that computes for so long that all compilers pay. */
    public static JavaProcess startLong(Path folder, String main, String... arguments) throws IOException {
        return start(folder, List.of(), main, arguments);
    }

    /** As {@link #start(Path, String, String...)}, run by another program, whose arguments come first. */
    public static JavaProcess startBy(List<String> runner, Path folder, String main, String... arguments)
            throws IOException {
        return start(runner, folder, SHORT, main, arguments);
    }

    private static JavaProcess start(Path folder, List<String> switches, String main, String... arguments)
            throws IOException {
        return start(List.of(), folder, switches, main, arguments);
    }

    private static JavaProcess start(
            List<String> runner, Path folder, List<String> switches, String main, String... arguments)
            throws IOException {
        Path directory = Files.createDirectories(folder);
        Path out = Files.createTempFile(directory, "out", ".txt");
        Path err = Files.createTempFile(directory, "err", ".txt");
        Path temporary = Files.createTempDirectory(directory, "tmp");
        List<String> command = new ArrayList<>(runner);
        command.addAll(command(temporary, switches, main, arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Java says on the terminal that it has picked these up.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return new JavaProcess(builder.start(), out, err, temporary);
    }

    /** With the switches of this JVM (not its properties): what a version of Java warns of is switched off there. */
    private static List<String> command(Path temporary, List<String> switches, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(switches);
        command.addAll(List.of(
                "-XX:+UseSerialGC", "-Xmx512m", "-Duser.timezone=UTC", "-Duser.language=en", "-Dfile.encoding=UTF-8"));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), main));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The process runs in a directory of its own. */
    private static String absolute(String classPath) {
        String separator = System.getProperty("path.separator");
        return java.util.Arrays.stream(classPath.split(java.util.regex.Pattern.quote(separator), -1))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(separator));
    }

    public String out() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    public String err() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    /** Where the process makes its temporary files. */
    public Path temporary() {
        return temporary;
    }

    /** Waits until it has printed what is looked for, and returns all that it has printed. */
    public String awaitOut(Predicate<String> looksRight) throws IOException, InterruptedException {
        await("what it should print", () -> looksRight.test(out()));
        return out();
    }

    public void await(String what, Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("%s without %s; it printed: %s%s"
                        .formatted(process.isAlive() ? "still running" : "ended", what, out(), err()));
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** Waits for its end and returns the exit code. */
    public int awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running after %s; it printed: %s%s".formatted(PATIENCE, out(), err()));
        }
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM. */
    public void tellToEnd() {
        process.destroy();
    }

    /** SIGKILL: no hook runs and nothing is closed. */
    public void kill() throws IOException, InterruptedException {
        process.destroyForcibly();
        int unused = awaitEnd();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
