package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.wire.Topics;

/** The commands for a cluster that others run, where there is no registry. {@link RegistryIT} has the rest. */
@ExtendWith(KafkaBroker.class)
class ProductionIT {
    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    ProductionIT(TestBroker broker) {
        this.broker = broker;
    }

    private CliRun run(String command, Topics topics, String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of(command, "--bootstrap", broker.bootstrap(), "--prefix", topics.prefix()));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(new String[0]));
    }

    @Test
    void topicsAreMadeOnceWithAsManyPartitionsAsWereAskedFor() throws Exception {
        Topics topics = new Topics(broker.name("once"));

        CliRun first = run("topics", topics, "--partitions", "3");
        CliRun second = run("topics", topics, "--partitions", "5");

        assertThat(first.out())
                .startsWith("made " + topics.observations() + ", ")
                .hasLineCount(1);
        assertThat(second).isEqualTo(new CliRun(0, "every topic is there already\n", ""));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            assertThat(admin.describeTopics(List.of(topics.news()))
                            .allTopicNames()
                            .get()
                            .values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(3));
        }
    }

    @Test
    void aTopicThatWouldLoseRecordsIsRefusedBeforeAnyIsMade() throws Exception {
        Topics topics = new Topics(broker.name("short"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(
                            new NewTopic(topics.news(), 1, (short) 1).configs(Map.of("retention.ms", "86400000"))))
                    .all()
                    .get();
            awaitListed(admin, topics.news());

            CliRun run = run("topics", topics);

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("tidemark: topic " + topics.news() + " has ")
                    .contains(" has retention.ms=86400000 and would lose")
                    .hasLineCount(1);
            assertThat(admin.listTopics().names().get()).doesNotContain(topics.observations());
        }
    }

    /** The controller has made it; a broker hears of it a moment later. */
    private static void awaitListed(Admin admin, String topic) throws Exception {
        while (!admin.listTopics().names().get().contains(topic)) {
            Thread.sleep(10);
        }
    }

    @Test
    void severalPartitionsOfWhatNeedsOneOrderAreRefused() throws Exception {
        Topics topics = new Topics(broker.name("panels"));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            NewTopic contract = topics.definitions(3, (short) 1).stream()
                    .filter(t -> t.name().equals(topics.panels()))
                    .findFirst()
                    .orElseThrow();
            assertThat(contract.numPartitions()).isEqualTo(1);
            admin.createTopics(List.of(new NewTopic(topics.panels(), 3, (short) 1).configs(contract.configs())))
                    .all()
                    .get();

            CliRun run = run("topics", topics);

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err())
                    .startsWith("tidemark: topic " + topics.panels() + " has 3 partitions and must have 1")
                    .hasLineCount(1);
        }
    }

    @Test
    void aMonitorRefusesAClusterWithoutTopics() {
        Topics topics = new Topics(broker.name("bare"));

        CliRun run = run("monitor", topics, "--state-dir", dir.resolve("state").toString(), "--port", "0");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("tidemark: the cluster at %s has no topic %s, "
                        .formatted(broker.bootstrap(), topics.observations()))
                .endsWith("; run 'tidemark topics' on it first, or give its --prefix\n");
    }

    @Test
    void settingsOfTheClientMayComeFromAFile() throws Exception {
        Topics topics = new Topics(broker.name("file"));
        Path wrong = Files.writeString(dir.resolve("wrong.properties"), "security.protocol=NONSENSE\n");

        CliRun refused = run("topics", topics, "--client-config", wrong.toString());
        CliRun overridden =
                run("topics", topics, "--client-config", wrong.toString(), "--client", "security.protocol=PLAINTEXT");
        CliRun missing =
                run("topics", topics, "--client-config", dir.resolve("none").toString());

        assertThat(refused.err()).contains("NONSENSE").hasLineCount(1);
        assertThat(overridden.exit()).isZero();
        assertThat(missing.err()).isEqualTo("tidemark: " + dir.resolve("none") + " does not exist\n");
    }

    @Test
    void aPasswordWithoutARegistryIsMisused() throws Exception {
        Topics topics = new Topics(broker.name("auth"));
        Path file = new Figures().firms("DK", "2024", 27.6, "2025-01-31").in(dir, "figures.csv");
        Path password = Files.writeString(dir.resolve("password"), "us:secret\n");

        assertThat(run("topics", topics, "--registry-auth", password.toString()))
                .isEqualTo(new CliRun(1, "", "tidemark: --registry-auth is of a registry; add --registry URL\n"));
        assertThat(run("topics", topics).exit()).isZero();
        assertThat(run("ingest", topics, file.toString(), "--registry-auth", password.toString())
                        .err())
                .isEqualTo("tidemark: --registry-auth is of a registry; add --registry URL\n");
        CliRun quarantine = CliRun.of(
                "quarantine",
                "list",
                "--bootstrap",
                broker.bootstrap(),
                "--prefix",
                topics.prefix(),
                "--registry-auth",
                password.toString());
        assertThat(quarantine.err()).isEqualTo("tidemark: --registry-auth is of a registry; add --registry URL\n");
    }

    @Test
    void healthOfNothingIsOneLine() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(CliRun.of("health", "--port", String.valueOf(port)))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "tidemark: nothing answers at http://127.0.0.1:%d/health/ready within 5 s\n".formatted(port)));
    }
}
