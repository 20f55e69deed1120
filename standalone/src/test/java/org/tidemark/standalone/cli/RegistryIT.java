package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.RealRegistry;
import org.tidemark.it.TestBroker;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.SchemaRegistry;
import org.tidemark.wire.Topics;

/** The commands of a stack in production, against the real registry: topics, monitor, ingest, health, replay. */
@ExtendWith(KafkaBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryIT {
    private static final Pattern API = Pattern.compile("API +http://127\\.0\\.0\\.1:(\\d+)");

    private final TestBroker broker;
    private Optional<RealRegistry> running = Optional.empty();

    @TempDir
    private Path dir = Path.of("");

    RegistryIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeAll
    void start(@TempDir Path registryFolder) throws Exception {
        Optional<String> missing = RealRegistry.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        running = Optional.of(RealRegistry.start(registryFolder));
    }

    @AfterAll
    void stop() {
        running.ifPresent(RealRegistry::close);
    }

    private RealRegistry registry() {
        return running.orElseThrow();
    }

    private CliRun run(String command, Topics topics, Object... more) {
        return CliRun.of(arguments(command, topics, more));
    }

    private String[] arguments(String command, Topics topics, Object... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--bootstrap", broker.bootstrap()));
        arguments.addAll(
                List.of("--prefix", topics.prefix(), "--registry", registry().url()));
        for (Object argument : more) {
            arguments.add(argument.toString());
        }
        return arguments.toArray(new String[0]);
    }

    @Test
    void topicsMakesAndRegistersOnceAndTheRegistryHoldsTheContract() throws Exception {
        Topics topics = new Topics(broker.name("init"));

        CliRun first = run("topics", topics, "--partitions", "2");
        CliRun second = run("topics", topics);

        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("made " + topics.observations(), "registered " + topics.observations() + "-");
        assertThat(second.out()).startsWith("every topic is there already\n").contains("; 0 are new");
        assertThat(List.of(first.exit(), second.exit())).containsOnly(0);
        String subject = topics.observations() + "-org.tidemark.avro.Observation";
        assertThat(registry().get("/config/" + subject).body()).contains("FULL_TRANSITIVE");
        String broken =
                "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Observation\\\",\\\"namespace\\\":\\\"org.tidemark.avro\\\",\\\"fields\\\":[{\\\"name\\\":\\\"x\\\",\\\"type\\\":\\\"int\\\"}]}\"}";
        assertThat(registry().post("/subjects/" + subject + "/versions", broken).statusCode())
                .isEqualTo(409);
    }

    @Test
    void withoutTopicsInitEverythingIsRefusedInOneLine() throws Exception {
        Topics topics = new Topics(broker.name("none"));
        Path file = new Figures().firms("DK", "2024", 27.6, "2025-01-31").in(dir, "none.csv");

        assertThat(run("monitor", topics, "--state-dir", dir.resolve("none"), "--port", "0"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "tidemark: the registry at %s/apis/ccompat/v7 lacks the present schema of %s-org.tidemark.avro.Observation; run 'tidemark topics' with this registry first\n"
                                .formatted(registry().url(), topics.observations())));
        assertThat(run("ingest", topics, file).err()).contains("has no topic " + topics.observations());
    }

    @Test
    void figuresGoThroughAMonitorInTheRegistrysForm() throws Exception {
        Topics topics = new Topics(broker.name("flow"));
        assertThat(run("topics", topics, "--partitions", "2").exit()).isZero();
        Path file = new Figures().weekly(List.of("DK", "FI"), 8).in(dir, "flow.csv");
        String[] monitor = arguments("monitor", topics, "--state-dir", dir.resolve("state"), "--port", "0");

        try (JavaProcess process = JavaProcess.start(dir.resolve("monitor"), Tidemark.class.getName(), monitor)) {
            int port = port(process.awaitOut(out -> API.matcher(out).find()));
            CliRun ingest = run("ingest", topics, file);
            assertThat(ingest.out()).contains("16 read, 16 accepted");
            process.await(
                    "estimates",
                    () -> estimates(port).contains("\"DK\"") && estimates(port).contains("\"FI\""));
            process.await("health", () -> CliRun.of("health", "--port", String.valueOf(port))
                    .out()
                    .contains("UP"));
            process.tellToEnd();
            int unused = process.awaitEnd();
            assertThat(process.err()).isEmpty();
        }

        assertThat(firstBytes(topics.observations())).containsOnly((byte) 0);
        assertThat(firstBytes(topics.estimates())).containsOnly((byte) 0);
        Codecs codecs =
                Codecs.registered(SchemaRegistry.at(URI.create(registry().url())), topics);
        assertThat(new TopicContents(connection(), topics, codecs).estimates()).isNotEmpty();
        assertPlayedAgain(topics);
    }

    /** A replay has no registry where it plays, and what it plays comes from one. */
    private void assertPlayedAgain(Topics topics) throws IOException {
        Path out = dir.resolve("replayed");

        CliRun replay = run("replay", topics, "--from-topic", "--out", out);

        assertThat(replay.err()).isEmpty();
        assertThat(replay.exit()).isZero();
        JsonNode run = new ObjectMapper().readTree(Files.readString(out.resolve("run.json")));
        assertThat(run.findPath("accepted").asInt()).isEqualTo(16);
        assertThat(Files.readString(out.resolve("estimates.csv"))).contains("DK", "FI");
    }

    private java.util.Map<String, Object> connection() {
        return java.util.Map.of("bootstrap.servers", broker.bootstrap());
    }

    private List<Byte> firstBytes(String topic) {
        List<Byte> first = new ArrayList<>();
        new LogReader(connection()).read(topic, record -> first.add(record.value()[0]));
        return first;
    }

    private static int port(String out) {
        Matcher matcher = API.matcher(out);
        if (!matcher.find()) {
            throw new AssertionError("no address in " + out);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static String estimates(int port) throws IOException {
        URI uri = URI.create("http://127.0.0.1:%d/api/v1/estimates".formatted(port));
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
