package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.alert.AlertState;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.engine.store.StandingStore;
import org.tidemark.estimate.Estimate;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.PeerMonitor;
import org.tidemark.it.PeerMonitor.Answer;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.report.ActiveAlerts;
import org.tidemark.standalone.report.Summary;
import org.tidemark.standalone.report.Words;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** Monitors that share the work answer as one that has all of it, or say what is missing. */
@ExtendWith(KafkaBroker.class)
class PeersIT {
    /** After so many looks the comparison itself says what differs. */
    private static final int LOOKS_MAX = 200;

    private static final int LOOK_EVERY_MS = 50;

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    private List<String> inStores = List.of();

    PeersIT(TestBroker broker) {
        this.broker = broker;
    }

    private Path shippedFigures() throws Exception {
        try (InputStream in = Objects.requireNonNull(LocalSystem.class.getResourceAsStream("reference-figures.csv"))) {
            Path file = dir.resolve("figures.csv");
            Files.copy(in, file);
            return file;
        }
    }

    /** Of economies on all partitions, refused by the reader and by the topologies. */
    private Path refusedFigures() throws Exception {
        Figures figures = new Figures();
        for (String economy : List.of("DE", "FR", "US", "CH", "DK", "PL", "JP", "BR")) {
            figures.firms(economy, "2019", 140, "2020-02-01");
            figures.row("adoption.firms.any_use,%s,TOTAL,2018,many,percent,2019-02-01,MADE".formatted(economy));
        }
        return figures.in(dir, "refused.csv");
    }

    /** Loads the shipped figures into one monitor that has everything, and asks it. */
    private SortedMap<String, Answer> answersOfOne(String prefix) throws Exception {
        SortedMap<String, Answer> answers = new TreeMap<>();
        try (TestSystem one = TestSystem.on(broker.bootstrap(), prefix, dir.resolve("one"), StoreKind.MEMORY)) {
            var unused = one.load(shippedFigures(), refusedFigures());
            for (String question : PeerQuestions.ALL) {
                var answer = one.get(question);
                answers.put(
                        question,
                        new Answer(
                                answer.statusCode(),
                                answer.headers().firstValue("X-Truncated").orElse(""),
                                answer.body()));
            }
            assertThat(one.system().isShared()).isFalse();
            inStores = tables(latestHeld(one), ActiveAlerts.lines(standings(one)));
        }
        return answers;
    }

    private static List<Estimate> latestHeld(TestSystem one) {
        List<Estimate> latest = new ArrayList<>();
        LatestEstimateStore.reading(one.system().monitor(), Codecs.singleObject())
                .each(null, latest::add);
        return latest;
    }

    private static List<AlertState> standings(TestSystem one) {
        List<AlertState> alerts = new ArrayList<>();
        StandingStore.reading(one.system().monitor(), Codecs.singleObject()).each(alerts::add);
        return alerts;
    }

    /** What {@code up} prints. */
    private static List<String> tables(List<Estimate> latest, List<String> alerts) {
        List<String> lines = new ArrayList<>(
                new Summary(new Words(TestSystem.CATALOGUE, true), LocalDate.parse("2026-06-30")).lines(latest));
        lines.addAll(alerts);
        return lines;
    }

    private List<String> tablesOfTopics(String prefix) {
        TopicContents contents = new TopicContents(
                Map.of("bootstrap.servers", broker.bootstrap()), new Topics(prefix), Codecs.singleObject());
        return tables(contents.latest(), ActiveAlerts.linesOfEvents(contents.alerts()));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        while (!condition.holds()) {
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    /** Until all of them are ready and each has a part of its own. */
    private static void awaitShared(List<PeerMonitor> monitors) throws Exception {
        await(() -> {
            for (PeerMonitor monitor : monitors) {
                if (!monitor.isReady() || !monitor.ask("/metrics").body().contains("economy=")) {
                    return false;
                }
            }
            return true;
        });
    }

    private static void requireAlike(List<PeerMonitor> monitors, SortedMap<String, Answer> expected) throws Exception {
        for (PeerMonitor monitor : monitors) {
            for (String question : PeerQuestions.ALL) {
                assertThat(monitor.ask(question))
                        .as("%s of %s", question, monitor.address())
                        .isEqualTo(expected.get(question));
            }
        }
    }

    /**
     * Each looks at the others once a second, so one may still miss a part that another has found; and on a busy machine
     * one may not answer in time, which is said.
     */
    private static void awaitAlike(List<PeerMonitor> monitors, SortedMap<String, Answer> expected) throws Exception {
        int[] looks = {0};
        await(() -> {
            looks[0]++;
            for (PeerMonitor monitor : monitors) {
                for (String question : PeerQuestions.ALL) {
                    if (looks[0] < LOOKS_MAX && !monitor.ask(question).equals(expected.get(question))) {
                        return false;
                    }
                }
            }
            return true;
        });
        requireAlike(monitors, expected);
    }

    /** A whole answer is that of one monitor, and every other one says that it is none; returns what they said of it. */
    private static Set<String> askWhile(
            List<PeerMonitor> monitors, SortedMap<String, Answer> expected, Condition condition) throws Exception {
        Set<String> said = new HashSet<>();
        while (condition.holds()) {
            for (PeerMonitor monitor : monitors) {
                for (String question : List.of(
                        "/api/v1/estimates?limit=7",
                        "/api/v1/estimates?economy=DE",
                        "/api/v1/estimates?economy=US&measure=penetration",
                        "/api/v1/observations?economy=FR",
                        "/api/v1/quarantine?status=accepted&limit=3&format=csv",
                        "/api/v1/rejected",
                        "/api/v1/rejected?limit=3",
                        "/api/v1/scores",
                        "/api/v1/calendar?limit=3",
                        "/api/v1/smoothed?economy=DE&format=csv",
                        "/api/v1/recipes",
                        "/api/v1/releases",
                        "/api/v1/economies",
                        "/api/v1/alerts")) {
                    Answer answer = monitor.ask(question);
                    said.add(answer.status() + " " + requireHonest(answer, question, expected));
                }
                said.add("ready " + monitor.ask("/health/ready").body());
            }
        }
        return said;
    }

    private static String requireHonest(Answer answer, String question, SortedMap<String, Answer> expected) {
        if (answer.status() == 200) {
            assertThat(answer).as(question).isEqualTo(expected.get(question));
            return "";
        }
        assertThat(answer.status()).as(question + answer.body()).isIn(206, 503);
        if (answer.status() == 206 && !question.contains("csv")) {
            assertThat(answer.body()).contains("\"partial\":true,\"missing\":[{\"part\":\"");
        }
        return answer.body();
    }

    @Test
    @DisplayName("C02-two-monitors-half-the-answer, R-two-monitors: two and three monitors answer as one,"
            + " through a kill, a return and an end, or say what is missing")
    void monitorsAnswerAsOne() throws Exception {
        String prefix = broker.name("shared");
        SortedMap<String, Answer> expected = answersOfOne(prefix);
        assertThat(Objects.requireNonNull(expected.get("/api/v1/rejected")).body())
                .contains("bad_number", "out_of_range", "\"DE\"", "\"JP\"");
        assertThat(Objects.requireNonNull(expected.get("/api/v1/estimates?economy=DE"))
                        .body())
                .as("what crosses economies lies on another partition")
                .contains("penetration.projected");
        int port = PeerMonitor.freePort();
        List<PeerMonitor> two = new ArrayList<>();
        try (PeerMonitor first = PeerMonitor.here(broker, prefix, dir.resolve("a"));
                PeerMonitor second = PeerMonitor.here(broker, prefix, dir.resolve("b"))) {
            two.addAll(List.of(first, second));
            awaitShared(two);
            awaitAlike(two, expected);
            assertThat(first.isShared()).isTrue();
            for (String list : List.of("estimates", "observations", "alerts", "rejected", "scores", "smoothed")) {
                PeerQuestions.requireOnePath(two, "/api/v1/" + list, 5);
            }
            PeerQuestions.requireEachMetricOnce(two);
            // Panels lie in stores of their own, so their rows may stand elsewhere in a table.
            assertThat(tablesOfTopics(prefix)).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(inStores);

            try (PeerMonitor third = PeerMonitor.process(broker, prefix, dir.resolve("c"), port)) {
                List<PeerMonitor> three = List.of(first, second, third);
                askWhile(two, expected, () -> !third.isReady());
                awaitShared(three);
                awaitAlike(three, expected);

                third.kill();
                Set<String> said = askWhile(two, expected, first::isReady);
                said.addAll(askWhile(two, expected, () -> !(first.isReady() && second.isReady())));
                assertThat(said)
                        .anySatisfy(s -> assertThat(s)
                                .startsWith("206 ")
                                .contains("\"monitor\":\"" + third.address() + "\",\"why\":\"does not answer"))
                        .anySatisfy(s -> assertThat(s)
                                .startsWith("ready ")
                                .contains("\"status\":\"DOWN\"")
                                .contains("parts of the answers are missing")
                                .contains(third.address()));
                awaitAlike(two, expected);
            }

            try (PeerMonitor again = PeerMonitor.process(broker, prefix, dir.resolve("c"), port)) {
                askWhile(two, expected, () -> !again.isReady());
                awaitShared(List.of(first, second, again));
                awaitAlike(List.of(first, second, again), expected);

                second.close();
                askWhile(List.of(first, again), expected, () -> !(first.isReady() && again.isReady()));
                awaitAlike(List.of(first, again), expected);
            }
        }
    }
}
