package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Eventually;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.PeerMonitor;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.streams.topology.StoreKind;

/** Of several monitors each tells what is new, what came of a push, and that nothing has changed, wherever that lies. */
@ExtendWith(KafkaBroker.class)
class PeersTellIT {
    private static final List<String> ECONOMIES = List.of("DE", "FR", "US", "CH", "DK", "PL", "JP", "BR");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("\"([A-Z]{2})\"");

    private final TestBroker broker;
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path dir = Path.of("");

    PeersTellIT(TestBroker broker) {
        this.broker = broker;
    }

    private PeerMonitor monitor(String prefix, String name) throws Exception {
        Path own = Files.createDirectories(dir.resolve(name));
        Path token = Files.writeString(own.resolve("tokens"), "feed:s3cret\n");
        Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
        return PeerMonitor.process(
                broker,
                prefix,
                own,
                PeerMonitor.freePort(),
                "--push-token-file",
                token.toString(),
                "--push-archive",
                own.resolve("pushed").toString());
    }

    private static String figures(int year) {
        Figures figures = new Figures();
        for (int e = 0; e < ECONOMIES.size(); e++) {
            figures.firms(ECONOMIES.get(e), Integer.toString(year), year - 2008 + e, (year + 1) + "-01-31");
        }
        return figures.text();
    }

    private String push(PeerMonitor to, int year) throws Exception {
        HttpResponse<String> answer = http.send(
                to.request("/api/v1/observations")
                        .header("Authorization", "Bearer s3cret")
                        .header("Content-Type", "text/csv")
                        .header("Idempotency-Key", "year-" + year)
                        .POST(BodyPublishers.ofString(figures(year)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).path("release").asText();
    }

    private HttpResponse<String> get(PeerMonitor of, String path, String tag) throws Exception {
        return http.send(of.request(path).header("If-None-Match", tag).build(), BodyHandlers.ofString());
    }

    /** The economies of which a monitor has told its listener that something is new. */
    private Set<String> listening(PeerMonitor to) {
        Set<String> told = new ConcurrentSkipListSet<>();
        CompletableFuture<HttpResponse<Stream<String>>> events = http.sendAsync(
                to.request("/api/v1/events")
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofLines());
        var unused = events.thenAcceptAsync(answer -> answer.body()
                .filter(line -> line.startsWith("event: hello") || line.startsWith("data: {"))
                .forEach(line -> {
                    told.add(line.startsWith("event: hello") ? "hello" : "");
                    Matcher codes = CODE.matcher(line);
                    while (codes.find()) {
                        told.add(codes.group(1));
                    }
                }));
        return told;
    }

    private static void awaitAllReady(List<PeerMonitor> monitors) throws Exception {
        for (PeerMonitor monitor : monitors) {
            Eventually.until(monitor::isReady);
        }
    }

    private void requireJudged(List<PeerMonitor> monitors, String release) throws Exception {
        for (PeerMonitor monitor : monitors) {
            Eventually.until(() -> {
                HttpResponse<String> told = get(monitor, "/api/v1/releases/" + release, "none");
                assertThat(told.statusCode()).as(told.body()).isIn(200, 503);
                return JSON.readTree(told.body()).path("status").asText().equals("judged");
            });
            JsonNode told = JSON.readTree(
                    get(monitor, "/api/v1/releases/" + release, "none").body());
            assertThat(told.path("counts").path("accepted").asInt())
                    .as(told.toString())
                    .isEqualTo(ECONOMIES.size());
        }
    }

    /** One tag of one answer, whoever gives it, so that who asks another monitor next gets 304. */
    private void requireOneTag(List<PeerMonitor> monitors) throws Exception {
        for (String path : List.of("/api/v1/estimates?measure=penetration", "/api/v1/observations?format=csv")) {
            Eventually.until(() -> tags(monitors, path).size() == 1);
            String tag = tags(monitors, path).iterator().next();
            for (PeerMonitor monitor : monitors) {
                HttpResponse<String> again = get(monitor, path, tag);
                assertThat(again.statusCode()).as(path).isEqualTo(304);
                assertThat(again.body()).isEmpty();
            }
        }
    }

    private Set<String> tags(List<PeerMonitor> monitors, String path) throws Exception {
        Set<String> tags = new TreeSet<>();
        for (PeerMonitor monitor : monitors) {
            HttpResponse<String> answer = get(monitor, path, "none");
            // A part of an answer has no tag.
            tags.add(answer.headers().firstValue("ETag").orElse("none of " + monitor.address()));
        }
        return tags;
    }

    @Test
    void eachTellsEventsReleasesAndTagsThroughAKill() throws Exception {
        String prefix = broker.name("tell");
        // Makes the topics.
        TestSystem.on(broker.bootstrap(), prefix, dir.resolve("first"), StoreKind.MEMORY)
                .close();
        try (PeerMonitor first = monitor(prefix, "a");
                PeerMonitor second = monitor(prefix, "b");
                PeerMonitor third = monitor(prefix, "c")) {
            List<PeerMonitor> three = List.of(first, second, third);
            awaitAllReady(three);
            List<Set<String>> heard = three.stream().map(this::listening).toList();
            Eventually.until(() -> heard.stream().allMatch(told -> told.contains("hello")));

            List<String> releases = new ArrayList<>();
            for (int year = 2020; year <= 2022; year++) {
                releases.add(push(three.get(year % 3), year));
            }

            for (Set<String> told : heard) {
                Eventually.until(() -> told.containsAll(ECONOMIES));
            }
            for (String release : releases) {
                requireJudged(three, release);
            }
            requireOneTag(three);

            third.kill();
            List<PeerMonitor> two = List.of(first, second);
            awaitAllReady(two);
            for (String release : releases) {
                requireJudged(two, release);
            }
            requireOneTag(two);
            assertThat(push(second, 2020)).as("the key is known to all").isEqualTo(releases.get(0));
            List<Set<String>> again = two.stream().map(this::listening).toList();
            Eventually.until(() -> again.stream().allMatch(told -> told.contains("hello")));
            requireJudged(two, push(first, 2023));
            for (Set<String> told : again) {
                Eventually.until(() -> told.containsAll(ECONOMIES));
            }
        }
    }
}
