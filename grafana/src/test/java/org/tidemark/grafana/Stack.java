package org.tidemark.grafana;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Application, Prometheus, Alertmanager and a receiver, all on this machine; closing it ends them all. */
final class Stack implements AutoCloseable {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Path dir;
    private final int kafkaPort;
    private final Webhook webhook;
    private final Running prometheus;

    private Stack(Path dir) throws IOException, InterruptedException {
        this.dir = dir;
        kafkaPort = Running.freePort();
        try {
            webhook = held(Webhook.start());
            // Before Prometheus: an alert that finds nobody comes only with the next sending, a minute later.
            Running alertmanager = held(Watching.alertmanager(Files.createDirectory(dir.resolve("a")), webhook.port()));
            Running tidemark = held(Tidemark.up(
                    Files.createDirectory(dir.resolve("t")),
                    kafkaPort,
                    Place.SHIPPED_FIGURES,
                    Tidemark.madeFigures(dir)));
            Path w = Files.createDirectory(dir.resolve("w"));
            Running watch = held(Tidemark.watch(w, kafkaPort, held(Feed.start()).catalogue(w)));
            prometheus = held(Watching.prometheus(
                    Files.createDirectory(dir.resolve("p")), alertmanager.port(), tidemark.port(), watch.port()));
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            close();
            throw e;
        }
    }

    static Stack start(Path dir) throws IOException, InterruptedException {
        return new Stack(dir);
    }

    private <T extends AutoCloseable> T held(T part) {
        parts.push(part);
        return part;
    }

    Webhook webhook() {
        return webhook;
    }

    /** What its publisher says later of the figures that an alert was raised on. */
    Program.Result revise() throws IOException, InterruptedException {
        return command("ingest", Tidemark.revisedFigures(dir).toString());
    }

    Running prometheus() {
        return prometheus;
    }

    /** Runs a command against the application's broker. */
    Program.Result command(String... arguments) throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--bootstrap";
        all[arguments.length + 1] = "127.0.0.1:" + kafkaPort;
        return Tidemark.run(dir, all);
    }

    @Override
    public void close() {
        for (AutoCloseable part : parts) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IllegalStateException(part + " was not closed", e);
            }
        }
    }
}
