package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A source tree with the real launcher, and programs named java and mvn that only write down how they were called. */
record LaunchedTree(Path root, Path programs) {
    private static final String JAR = "standalone/target/quick/tidemark-standalone.jar";
    private static final String MAVEN =
            """
            mkdir -p standalone/target/quick/lib
            touch %s standalone/target/quick/lib/kafka.jar standalone/target/quick/lib/tidemark-core.jar
            echo "$@" >>../built
            """
                    .formatted(JAR);

    /** An archive of classes that it made itself holds; any other is refused, as Java refuses one that is not of its libraries. */
    private static final String JAVA =
            """
            [ "$1" = -version ] && echo 'openjdk version "17.0.1"' >&2 && exit
            for word in "$@"; do
                case $word in -XX:SharedArchiveFile=*) archive=${word#*=} ;; esac
            done
            case " $* " in
                *" -Xshare:on "*) grep -q made "$archive"; exit ;;
                *" -Xshare:dump "*) echo "$@" >>"$(dirname "$0")/archived" && echo made >"$archive"; exit ;;
                *" -XX:DumpLoadedClassList="*) exit ;;
            esac
            echo "java $@"
            """;

    private static final int PATIENCE_MINUTES = 3;

    /** What a run of the launcher said. */
    record Run(int exit, String out, String err) {}

    static LaunchedTree in(Path folder) throws IOException {
        LaunchedTree tree =
                new LaunchedTree(Files.createDirectories(folder.resolve("tree")), folder.resolve("programs"));
        tree.write("pom.xml", "<project>\n  <version>9.8.7</version>\n</project>\n");
        tree.write("core/pom.xml", "<project/>\n");
        tree.write("core/src/main/java/A.java", "class A {} // one\n");
        tree.write("core/src/main/java/B.java", "class B {}\n");
        Path usage = Path.of("src/main/resources/org/tidemark/standalone/cli/usage.txt");
        tree.write("standalone/" + usage, Files.readString(usage));
        Files.copy(launcher(), tree.root.resolve("tidemark"), StandardCopyOption.COPY_ATTRIBUTES);
        tree.program("java", JAVA);
        tree.program("mvn", MAVEN);
        return tree;
    }

    static Path launcher() {
        return Path.of("").toAbsolutePath().resolveSibling("tidemark");
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.createDirectories(programs).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** The same files elsewhere, with times of now, as a copy, a checkout or an archive without times has them. */
    LaunchedTree copied(String name) throws IOException {
        Path to = root.resolveSibling(name);
        try (Stream<Path> all = Files.walk(root)) {
            all.forEach(file -> copy(file, to.resolve(root.relativize(file))));
        }
        if (!to.resolve("tidemark").toFile().setExecutable(true)) {
            throw new IOException("the copy cannot be made executable");
        }
        return new LaunchedTree(to, programs);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often anything was built. */
    int builds() throws IOException {
        Path built = root.resolveSibling("built");
        return Files.exists(built) ? Files.readAllLines(built).size() : 0;
    }

    /** The commands with which Java was told to archive classes. */
    List<String> archivings() throws IOException {
        Path archived = programs.resolve("archived");
        return Files.exists(archived) ? Files.readAllLines(archived) : List.of();
    }

    Run run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("tidemark").toString()));
        command.addAll(List.of(arguments));
        return run(
                command,
                programs + ":" + System.getenv("PATH"),
                environment,
                root.resolve("..").normalize());
    }

    static Run run(List<String> command, String path, Map<String, String> environment, Path folder)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("TIDEMARK"));
        builder.environment().put("PATH", path);
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher still runs; it said " + Files.readString(err));
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
