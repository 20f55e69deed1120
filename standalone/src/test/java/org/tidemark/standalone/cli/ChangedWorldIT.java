package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.engine.store.LatestEstimateStore;
import org.tidemark.it.Eventually;
import org.tidemark.it.Figures;
import org.tidemark.it.KafkaBroker;
import org.tidemark.it.TestBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.it.TinyRegistry;
import org.tidemark.standalone.broker.EmbeddedBroker;
import org.tidemark.standalone.run.DirectoryLock;
import org.tidemark.standalone.run.ExternalCluster;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.SchemaRegistry;
import org.tidemark.wire.Topics;

/** State beside a cluster that is not the one that it was made on, or not as it was. */
@ExtendWith(KafkaBroker.class)
class ChangedWorldIT {
    private final TestBroker broker;

    @TempDir
    private Path dir = Path.of("");

    ChangedWorldIT(TestBroker broker) {
        this.broker = broker;
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", broker.bootstrap());
    }

    private CliRun run(String command, Topics topics, String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of(command, "--bootstrap", broker.bootstrap(), "--prefix", topics.prefix()));
        arguments.addAll(List.of(more));
        return CliRun.of(arguments.toArray(new String[0]));
    }

    private static LocalSystem monitor(String bootstrap, Topics topics, Path state) {
        return LocalSystem.on(
                new ExternalCluster(bootstrap, Map.of(), Codecs.singleObject(), (short) 1),
                new SystemSettings(state, 0, topics, StoreKind.DISK, 1, TestSystem.CATALOGUE));
    }

    private static List<String> economies(LocalSystem system) {
        List<String> economies = new java.util.ArrayList<>();
        LatestEstimateStore.reading(system.monitor(), Codecs.singleObject())
                .each(null, e -> economies.add(e.key().economy()));
        return economies;
    }

    @Test
    @DisplayName("C04-one-state-directory-twice: the second monitor is told who has it")
    void aStateDirectoryIsHeldOnce() throws Exception {
        Topics topics = new Topics(broker.name("twice"));
        assertThat(run("topics", topics).exit()).isZero();
        Path state = Files.createDirectory(dir.resolve("state"));

        CliRun second;
        try (DirectoryLock held = DirectoryLock.on(state, "--state-dir")) {
            assertThat(held).isNotNull();
            second = run("monitor", topics, "--state-dir", state.toString(), "--port", "0");
        }

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err())
                .isEqualTo(
                        "tidemark: state directory %s is in use by another monitor (process %d); stop that one or choose another with --state-dir\n"
                                .formatted(state, ProcessHandle.current().pid()));
    }

    @ParameterizedTest
    @CsvSource({"message.timestamp.before.max.ms, 86400000", "max.message.bytes, 1000"})
    @DisplayName("C07-topic-settings-not-looked-at: topics, monitor and ingest refuse a topic that would lose records")
    void aHandMadeTopicIsLookedAt(String setting, String value) throws Exception {
        Topics topics = new Topics(broker.name("settings." + setting));
        assertThat(run("topics", topics).exit()).isZero();
        try (Admin admin = Admin.create(connection())) {
            admin.incrementalAlterConfigs(Map.of(
                            new org.apache.kafka.common.config.ConfigResource(
                                    org.apache.kafka.common.config.ConfigResource.Type.TOPIC, topics.observations()),
                            List.of(new org.apache.kafka.clients.admin.AlterConfigOp(
                                    new org.apache.kafka.clients.admin.ConfigEntry(setting, value),
                                    org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
        String said = "tidemark: topic %s has %s=%s and would lose or refuse records; set %s="
                .formatted(topics.observations(), setting, value, setting);

        // A broker hears of a setting a moment after it was made.
        Eventually.until(() -> run("topics", topics).err().startsWith(said));
        CliRun monitor = run("monitor", topics, "--state-dir", dir.resolve("s").toString(), "--port", "0");
        CliRun ingest = run("ingest", topics, figures("DK"));

        assertThat(monitor.err()).startsWith(said).hasLineCount(1);
        assertThat(ingest.err()).startsWith(said).hasLineCount(1);
        assertThat(List.of(monitor.exit(), ingest.exit())).containsOnly(1);
    }

    private String figures(String economy) throws IOException {
        return new Figures()
                .firms(economy, "2024", 27.6, "2025-01-31")
                .in(dir, economy + ".csv")
                .toString();
    }

    @Test
    @DisplayName("C08-partitions-grown: a running monitor stops, and topics, monitor and ingest refuse, in one line")
    void grownPartitionsAreRefused() throws Exception {
        Topics topics = new Topics(broker.name("grown"));
        assertThat(run("topics", topics, "--partitions", "2").exit()).isZero();
        try (LocalSystem monitor = monitor(broker.bootstrap(), topics, dir.resolve("state"));
                Admin admin = Admin.create(connection())) {
            Eventually.until(() -> monitor.monitor().isReady());

            admin.createPartitions(Map.of(topics.observations(), NewPartitions.increaseTo(3)))
                    .all()
                    .get();

            Eventually.until(() -> !monitor.monitor().live().well());
            assertThat(monitor.monitor().live().why())
                    .contains("has 3 partitions and the state of")
                    .contains("is of 2");
        }
        String said = "tidemark: topic %s has 3 partitions and the state of %s-monitor is of 2: "
                .formatted(topics.observations(), topics.prefix());
        for (CliRun refused : List.of(
                run("topics", topics),
                run("monitor", topics, "--state-dir", dir.resolve("state").toString(), "--port", "0"),
                run("ingest", topics, figures("SE")))) {
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith(said)
                    .contains("choose another --prefix")
                    .hasLineCount(1);
        }
    }

    @Test
    @DisplayName("C10-old-state-beside-a-new-cluster: the state of a cluster that is gone is made anew, with one line")
    void stateOfAnotherClusterIsMadeAnew() throws Exception {
        Topics topics = new Topics("tidemark");
        Path state = dir.resolve("state");
        try (EmbeddedBroker first = EmbeddedBroker.start(new EmbeddedBroker.Settings(dir.resolve("one"), 0))) {
            prepared(first, topics, "DE");
            try (LocalSystem system = monitor(first.bootstrap(), topics, state)) {
                system.drain(behind -> {});
                assertThat(economies(system)).containsOnly("DE");
            }
            try (LocalSystem again = monitor(first.bootstrap(), topics, state)) {
                assertThat(again.notices()).isEmpty();
            }
        }
        try (EmbeddedBroker second = EmbeddedBroker.start(new EmbeddedBroker.Settings(dir.resolve("two"), 0))) {
            prepared(second, topics, "RS");
            try (LocalSystem system = monitor(second.bootstrap(), topics, state)) {
                assertThat(system.notices())
                        .singleElement()
                        .asString()
                        .startsWith("the state in " + state.resolve("state") + " was of another cluster (cluster id ")
                        .contains(" and is made anew from cluster id ");
                system.drain(behind -> {});
                assertThat(economies(system)).containsOnly("RS");
            }
        }
    }

    @Test
    @DisplayName(
            "C12-registry-made-anew: the start of a monitor stops in one line, nothing is refused, and it goes on when the schemas are back")
    void aRegistryMadeAnewStopsTheStart() throws Exception {
        Topics topics = new Topics(broker.name("registry"));
        String[] state = {"--state-dir", dir.resolve("state").toString(), "--port", "0"};
        try (TinyRegistry registry = TinyRegistry.start()) {
            assertThat(run("topics", topics, "--registry", registry.address()).exit())
                    .as("C11-confluent-registry-at-its-usual-address: without a path")
                    .isZero();
            assertThat(run("ingest", topics, figures("DE"), "--no-wait", "--registry", registry.address())
                            .exit())
                    .isZero();
            registry.makeAnew(200_001);

            CliRun again = run("topics", topics, "--registry", registry.address());
            String[] withRegistry = Arrays.copyOf(state, state.length + 2);
            withRegistry[state.length] = "--registry";
            withRegistry[state.length + 1] = registry.address();
            CliRun monitor = run("monitor", topics, withRegistry);

            for (CliRun stopped : List.of(again, monitor)) {
                assertThat(stopped.exit()).isEqualTo(1);
                assertThat(stopped.err())
                        .startsWith("tidemark: the registry at ")
                        .contains("schema ids that records on this cluster were written with (the first is 100001)")
                        .hasLineCount(1);
            }

            registry.restore(100_001);
            assertThat(run("topics", topics, "--registry", registry.address()).exit())
                    .isZero();
            SchemaRegistry back = SchemaRegistry.at(URI.create(registry.address()));
            try (LocalSystem system = LocalSystem.on(
                    new ExternalCluster(broker.bootstrap(), Map.of(), Codecs.registered(back, topics), (short) 1),
                    new SystemSettings(dir.resolve("state"), 0, topics, StoreKind.DISK, 1, TestSystem.CATALOGUE))) {
                system.drain(behind -> {});
                assertThat(economies(system)).containsOnly("DE");
                assertThat(new TopicContents(connection(), topics, Codecs.registered(back, topics)).rejections())
                        .isEmpty();
            }
        }
    }

    @Test
    @DisplayName("C10-old-state-beside-a-new-cluster: observations made anew beside old state are refused in one line")
    void observationsMadeAnewAreRefused() throws Exception {
        Topics topics = new Topics(broker.name("anew"));
        assertThat(run("topics", topics).exit()).isZero();
        try (LocalSystem monitor = monitor(broker.bootstrap(), topics, dir.resolve("state"))) {
            Eventually.until(() -> monitor.monitor().isReady());
        }
        try (Admin admin = Admin.create(connection())) {
            admin.deleteTopics(List.of(topics.observations())).all().get();
            Eventually.until(() -> !admin.listTopics().names().get().contains(topics.observations()));
        }
        assertThat(run("topics", topics).out()).startsWith("made " + topics.observations());

        CliRun refused =
                run("monitor", topics, "--state-dir", dir.resolve("other").toString(), "--port", "0");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("tidemark: topic " + topics.observations() + " was made anew (id ")
                .contains("delete the topics " + topics.prefix() + "-monitor-*")
                .hasLineCount(1);
    }

    private void prepared(EmbeddedBroker cluster, Topics topics, String economy) throws IOException {
        TopicSetup.ensure(Map.of("bootstrap.servers", cluster.bootstrap()), topics, 2, (short) 1);
        assertThat(CliRun.of("ingest", "--no-wait", figures(economy), "--bootstrap", cluster.bootstrap())
                        .exit())
                .isZero();
    }

    @Test
    @DisplayName("C07-topic-settings-not-looked-at: a cluster whose defaults lose records gets topics that do not")
    void aTopicThatIsMadeStatesWhatItNeeds() {
        assertThat(new Topics("x").definitions(1, (short) 1))
                .filteredOn(t -> "CreateTime".equals(t.configs().get("message.timestamp.type")))
                .extracting(NewTopic::configs)
                .allSatisfy(settings ->
                        assertThat(settings).containsKeys("message.timestamp.before.max.ms", "max.message.bytes"));
    }
}
