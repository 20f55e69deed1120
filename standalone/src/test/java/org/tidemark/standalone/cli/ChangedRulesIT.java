package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.alert.AlertEvent;
import org.tidemark.it.Figures;
import org.tidemark.it.TestSystem;
import org.tidemark.judge.Assessment;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** The real command on a data directory that was filled with other rules, or by another program. */
class ChangedRulesIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    private Path dir = Path.of("");

    private CliRun up(String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("up", "--once", "--data-dir", dir.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(new String[0]));
    }

    private static String alerts(CliRun run) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith("Alerts active") || line.startsWith("No alert"))
                .findFirst()
                .orElse(run.err());
    }

    private LocalSystem system() {
        return LocalSystem.start(
                new SystemSettings(dir.resolve("data"), 0, TOPICS, StoreKind.DISK, 1, TestSystem.CATALOGUE));
    }

    @Test
    @DisplayName("R-rules-changed: up with other rules clears and raises at once, for the reason rules, and back again")
    void otherRulesAreApplied() throws Exception {
        Path figures = new Figures()
                .firms("DK", "2022", 24.0, "2023-01-31")
                .firms("DK", "2023", 25.0, "2024-01-31")
                .firms("DK", "2024", 27.6, "2025-01-31")
                .in(dir, "figures.csv");
        Path rules = Files.writeString(
                dir.resolve("rules.yaml"),
                "rules:\n  PenetrationAbove10: { off: true }\n  PenetrationAbove50: { threshold: 11 }\n");

        String first = alerts(up("--data", figures.toString()));
        String changed = alerts(up("--data", figures.toString(), "--rules", rules.toString()));
        String back = alerts(up("--data", figures.toString()));

        assertThat(first).contains("PenetrationAbove10 1").doesNotContain("PenetrationAbove50");
        assertThat(changed).contains("PenetrationAbove50 1").doesNotContain("PenetrationAbove10");
        assertThat(back).isEqualTo(first);
        try (LocalSystem system = system()) {
            system.drain(behind -> {});
            List<AlertEvent> told = new TopicContents(system.connection(), TOPICS, Codecs.singleObject()).alerts();
            assertThat(told.stream()
                            .filter(e -> e.reason() == AlertEvent.Reason.RULES)
                            .map(e -> e.key().rule() + " " + e.kind().written()))
                    .containsExactlyInAnyOrder(
                            "PenetrationAbove10 cleared",
                            "PenetrationAbove50 raised",
                            "PenetrationAbove50 cleared",
                            "PenetrationAbove10 raised");
        }
    }

    @Test
    @DisplayName("R-rules-changed: up with judging switched off lets go what was held, and back again holds it")
    void whatWasHeldIsLetGoWithoutJudging() throws Exception {
        Path figures = rewritten(rewritten(new Figures(), 1, "2022-03-01"), 1.3, "2022-04-01")
                .in(dir, "figures.csv");
        Path off = Files.writeString(dir.resolve("off.yaml"), "judging: off\n");

        CliRun first = up("--data", figures.toString());
        CliRun unjudged = up("--data", figures.toString(), "--catalogue", off.toString());
        CliRun back = up("--data", figures.toString());

        assertThat(first.out()).contains("12 quarantined");
        assertThat(List.of(latest(first), latest(unjudged), latest(back)))
                .as("1.3 times as much while nothing is judged")
                .containsExactly("13.1 (12.0 to 14.3)", "17.0 (15.8 to 18.2)", "13.1 (12.0 to 14.3)");
        try (LocalSystem system = system()) {
            system.drain(behind -> {});
            assertThat(new TopicContents(system.connection(), TOPICS, Codecs.singleObject()).judgements())
                    .extracting(Assessment::status)
                    .containsSubsequence(Assessment.Status.HELD, Assessment.Status.ACCEPTED, Assessment.Status.HELD);
        }
    }

    /** The latest level of Denmark with its band. */
    private static String latest(CliRun run) {
        return run.out()
                .lines()
                .filter(line -> line.matches("[ !] Denmark .*"))
                .findFirst()
                .map(line -> line.substring("  Denmark".length(), line.indexOf(')') + 1)
                        .strip())
                .orElse(run.err());
    }

    private static Figures rewritten(Figures figures, double factor, String published) {
        for (int year = 2010; year < 2022; year++) {
            figures.firms("DK", Integer.toString(year), factor * (year - 2008), published);
        }
        return figures;
    }

    @Test
    @DisplayName(
            "R-rules-changed: who would derive with something else beside a running monitor is refused in one line")
    void otherRulesBesideARunningMonitorAreRefused() throws Exception {
        Path rules = Files.writeString(dir.resolve("rules.yaml"), "rules:\n  PenetrationAbove10: { off: true }\n");
        try (LocalSystem running = system()) {
            running.drain(behind -> {});

            CliRun second = CliRun.of(
                    "monitor",
                    "--bootstrap",
                    running.bootstrap(),
                    "--state-dir",
                    dir.resolve("second").toString(),
                    "--port",
                    "0",
                    "--rules",
                    rules.toString());

            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.err())
                    .isEqualTo(
                            "tidemark: tidemark-monitor runs with other rules than this program would; stop every instance of it first, then start all with the same\n");
        }
    }

    @Test
    @DisplayName(
            "R-upgrade: data of a program that noted another version is derived anew, and says what a fresh run says")
    void dataOfAnotherProgramIsDerivedAnew() throws Exception {
        CliRun fresh = up();
        try (LocalSystem system = system()) {
            system.drain(behind -> {});
            NoteBook notes = new NoteBook(system.connection(), TOPICS);
            SystemNote note = notes.latest("derivation").orElseThrow();
            Map<String, String> older = new java.util.TreeMap<>(note.values());
            older.put("model", "older");
            notes.write(SystemNote.of("derivation", Instant.now(), older));
        }

        CliRun upgraded = up();

        assertThat(alerts(upgraded)).isEqualTo(alerts(fresh));
        assertThat(upgraded.out()).contains("Penetration, pooled");
        assertThat(upgraded.exit()).isZero();
    }
}
