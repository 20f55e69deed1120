package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.PeerMonitor;
import org.tidemark.it.PeerMonitor.Answer;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.streams.topology.StoreKind;

/** Monitors that share the work answer as one that has all of it, or say what is missing. */
@ExtendWith(KafkaBroker.class)
class PeersIT {
    /** After so many looks the comparison itself says what differs. */
    private static final int LOOKS_MAX = 200;

    private static final int LOOK_EVERY_MS = 50;

    private static final List<String> QUESTIONS = List.of(
            "/api/v1/estimates",
            "/api/v1/estimates?format=csv",
            "/api/v1/estimates?limit=7",
            "/api/v1/estimates?limit=7&format=csv",
            "/api/v1/estimates?economy=DE",
            "/api/v1/estimates?economy=US&measure=penetration",
            "/api/v1/estimates?economy=EU27",
            "/api/v1/estimates?economy=CH",
            "/api/v1/estimates?from=2024-01&to=2025-12&limit=100",
            "/api/v1/estimates?vintages=first&measure=penetration&format=csv",
            "/api/v1/estimates?as_of=2025-03",
            "/api/v1/estimates?economy=DE&quarantine=with",
            "/api/v1/news",
            "/api/v1/news?format=csv&limit=20",
            "/api/v1/alerts",
            "/api/v1/alerts?status=active&format=csv",
            "/api/v1/observations",
            "/api/v1/observations?vintages=all&format=csv",
            "/api/v1/observations?economy=FR",
            "/api/v1/observations?limit=100000",
            "/api/v1/quarantine?status=accepted",
            "/api/v1/quarantine?status=accepted&limit=3&format=csv",
            "/api/v1/quarantine",
            "/api/v1/indicators",
            "/api/v1/estimates?economy=Atlantis",
            "/api/v1/estimates?limit=0");

    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

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

    /** Loads the shipped figures into one monitor that has everything, and asks it. */
    private SortedMap<String, Answer> answersOfOne(String prefix) throws Exception {
        SortedMap<String, Answer> answers = new TreeMap<>();
        try (TestSystem one = TestSystem.on(broker.bootstrap(), prefix, dir.resolve("one"), StoreKind.MEMORY)) {
            var unused = one.load(shippedFigures());
            for (String question : QUESTIONS) {
                var answer = one.get(question);
                answers.put(
                        question,
                        new Answer(
                                answer.statusCode(),
                                answer.headers().firstValue("X-Truncated").orElse(""),
                                answer.body()));
            }
        }
        return answers;
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
            for (String question : QUESTIONS) {
                assertThat(monitor.ask(question))
                        .as("%s of %s", question, monitor.address())
                        .isEqualTo(expected.get(question));
            }
        }
    }

    /** Each looks at the others once a second, so one may still miss a part that another has found. */
    private static void awaitAlike(List<PeerMonitor> monitors, SortedMap<String, Answer> expected) throws Exception {
        int[] looks = {0};
        await(() -> {
            looks[0]++;
            for (PeerMonitor monitor : monitors) {
                for (String question : QUESTIONS) {
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
        int port = PeerMonitor.freePort();
        List<PeerMonitor> two = new ArrayList<>();
        try (PeerMonitor first = PeerMonitor.here(broker, prefix, dir.resolve("a"));
                PeerMonitor second = PeerMonitor.here(broker, prefix, dir.resolve("b"))) {
            two.addAll(List.of(first, second));
            awaitShared(two);
            requireAlike(two, expected);

            try (PeerMonitor third = PeerMonitor.process(broker, prefix, dir.resolve("c"), port)) {
                List<PeerMonitor> three = List.of(first, second, third);
                askWhile(two, expected, () -> !third.isReady());
                awaitShared(three);
                requireAlike(three, expected);

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
                requireAlike(List.of(first, second, again), expected);

                second.close();
                askWhile(List.of(first, again), expected, () -> !(first.isReady() && again.isReady()));
                awaitAlike(List.of(first, again), expected);
            }
        }
    }
}
