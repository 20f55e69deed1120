package org.tidemark.grafana;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The real application by its command line, in processes of its own. */
final class Tidemark {
    private static final int YEARS = 12;
    private static final String HEADER = "indicator,economy,sector,period,value,unit,published,source\n";

    private Tidemark() {}

    static Running up(Path dir, int kafkaPort, Path... data) throws IOException, InterruptedException {
        int port = Running.freePort();
        List<String> command =
                new ArrayList<>(command("up", "--data-dir", dir.resolve("data").toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--kafka-port", Integer.toString(kafkaPort)));
        for (Path file : data) {
            command.addAll(List.of("--data", file.toString()));
        }
        Running running = Running.start(dir, command, port, "/health/ready");
        running.await("the end of the load", () -> running.said().contains("Ctrl-C stops"));
        return running;
    }

    /** Asks the publishers of a catalogue of this machine, as the service of the compose file does. */
    static Running watch(Path dir, int kafkaPort, Path catalogue) throws IOException, InterruptedException {
        int port = Running.freePort();
        return Running.start(
                dir,
                command(
                        "watch",
                        "--bootstrap",
                        "127.0.0.1:" + kafkaPort,
                        "--metrics-port",
                        Integer.toString(port),
                        "--archive",
                        dir.resolve("archive").toString(),
                        "--catalogue",
                        catalogue.toString(),
                        "--allow-loopback",
                        "--contact",
                        "test@example.org",
                        "--only",
                        "made-there",
                        "--only",
                        "made-lost"),
                port,
                "/health/ready");
    }

    /** Runs one command to its end. */
    static Program.Result run(Path dir, String... arguments) throws IOException, InterruptedException {
        List<String> command = command(arguments);
        return new Program(Path.of(command.get(0)))
                .run(dir, command.subList(1, command.size()).toArray(new String[0]));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--"))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Xmx512m", "-Duser.timezone=UTC", "-cp", System.getProperty("java.class.path")));
        command.add("org.tidemark.standalone.cli.Tidemark");
        command.addAll(List.of(arguments));
        return command;
    }

    /**
     * What the shipped figures lack: a release that is held, since it rewrites its whole history; a source that spoke
     * yesterday, since the shipped ones grow old; and a level that can be revised away.
     */
    static Path madeFigures(Path dir) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (double factor : new double[] {1, 1.3}) {
            for (int i = 0; i < YEARS; i++) {
                rows.append("adoption.firms.any_use,CH,TOTAL,%d,%s,percent,2022-0%d-01,MADE%n"
                        .formatted(2010 + i, factor * (2 + i), factor == 1 ? 3 : 4));
            }
        }
        rows.append(firms("NO", 2023, 11.5, "2024-02-01")).append(firms("NO", 2024, 12.5, "2025-02-01"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int weeks = 3; weeks > 0; weeks--) {
            LocalDate day = today.minusWeeks(weeks);
            rows.append("adoption.people.any_use,CH,TOTAL,%s,%s,percent,%s,FRESH%n"
                    .formatted(day, 30 - weeks, day.plusDays(2)));
        }
        return Files.writeString(dir.resolve("made.csv"), rows.toString());
    }

    /** The two figures that an alert was raised on, far below what it needs. */
    static Path revisedFigures(Path dir) throws IOException {
        String rows = HEADER + firms("NO", 2023, 5, "2025-06-01") + firms("NO", 2024, 6, "2025-06-01");
        return Files.writeString(dir.resolve("revised.csv"), rows);
    }

    /** A figure of Iceland for each of these years, made public in the next February. */
    static Path yearlyFigures(Path file, int first, int last) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int year = first; year <= last; year++) {
            rows.append(firms("IS", year, 8 + 3 * (year % 100 - 20), "%d-02-01".formatted(year + 1)));
        }
        return Files.writeString(file, rows.toString());
    }

    private static String firms(String economy, int year, double percent, String published) {
        return "adoption.firms.any_use,%s,TOTAL,%d,%s,percent,%s,STATED%n".formatted(economy, year, percent, published);
    }
}
