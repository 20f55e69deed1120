package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** Somebody else writes to our topics; whoever reads them goes on, and says what was passed over. */
class ForeignRecordIT {
    private static final Topics TOPICS = new Topics(Topics.DEFAULT_PREFIX);
    private static final long SEED = 20_130_517;

    @TempDir
    private Path dir = Path.of("");

    private final Random random = new Random(SEED);

    /** No Avro, Avro of an unknown schema, one of ours with a body of noise, and nothing at all. */
    private List<byte @Nullable []> foreign() {
        byte[] noise = new byte[100];
        random.nextBytes(noise);
        byte[] unknown = noise.clone();
        unknown[0] = (byte) 0xC3;
        unknown[1] = 1;
        byte[] registered = noise.clone();
        registered[0] = 0;
        byte[] json = "{\"value\": 1}".getBytes(StandardCharsets.UTF_8);
        return java.util.Arrays.asList(noise, unknown, registered, json, new byte[0], null);
    }

    private void writeEverywhere(Map<String, Object> connection) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(connection, new ByteArraySerializer(), new ByteArraySerializer())) {
            TOPICS.definitions(1, (short) 1).forEach(topic -> foreign().forEach(value -> {
                byte[] key = new byte[8];
                random.nextBytes(key);
                var unused = producer.send(new ProducerRecord<>(topic.name(), 0, 1_700_000_000_000L, key, value));
            }));
            producer.flush();
        }
    }

    private CliRun on(LocalSystem system, String... command) {
        String[] all = java.util.Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--bootstrap";
        all[command.length + 1] = system.bootstrap();
        return CliRun.of(all);
    }

    @Test
    @DisplayName("R-foreign-record: records of others on every topic are counted and passed over by every command")
    void everyCommandGoesOn() throws Exception {
        Path file = new Figures().firms("DK", "2024", 27.6, "2025-01-31").in(dir, "figures.csv");
        Path data = dir.resolve("data");
        try (LocalSystem system =
                LocalSystem.start(new SystemSettings(data, 0, TOPICS, StoreKind.DISK, 1, TestSystem.CATALOGUE))) {
            writeEverywhere(system.connection());

            CliRun ingest = on(system, "ingest", file.toString());
            system.drain(behind -> {});
            CliRun quarantine = on(system, "quarantine", "list");
            CliRun decision = on(system, "quarantine", "release", "--economy", "DK");
            CliRun replay = on(
                    system,
                    "replay",
                    "--from-topic",
                    "--out",
                    dir.resolve("played").toString());

            assertThat(ingest.out()).contains("1 read, 1 accepted");
            assertSaid(ingest, TOPICS.loads());
            assertThat(quarantine.out()).isEqualTo("nothing is held\n");
            assertSaid(quarantine, TOPICS.judgements());
            assertThat(decision.err()).contains("nothing that is held matches");
            assertThat(replay.err()).contains("of topic " + TOPICS.loads()).contains("of topic " + TOPICS.rejected());
            // What others wrote on the observations is refused, with its bytes.
            assertThat(replay.exit()).isEqualTo(ErrorLine.REFUSED);
        }

        CliRun up = CliRun.of("up", "--once", "--data-dir", data.toString(), "--data", file.toString());

        assertThat(up.out()).contains("Denmark").contains("1 read, 1 accepted");
        assertSaid(up, TOPICS.loads());
        assertThat(up.err()).contains("of topic " + TOPICS.releases());
    }

    /** Five values that are none of ours; a record without a value says nothing. */
    private static void assertSaid(CliRun run, String topic) {
        assertThat(run.err())
                .contains("tidemark: passed over: 5 records of topic " + topic
                        + " that Tidemark did not write; the first is partition 0, offset ");
        assertThat(run.exit()).isZero();
    }

    @Test
    @DisplayName("R-foreign-record: foreign bytes on the topics of the topologies are rejected, once each")
    void theTopologiesRejectThem() throws Exception {
        try (LocalSystem system =
                LocalSystem.start(new SystemSettings(dir, 0, TOPICS, StoreKind.MEMORY, 1, TestSystem.CATALOGUE))) {
            writeEverywhere(system.connection());
            system.drain(behind -> {});

            var contents =
                    new org.tidemark.standalone.run.TopicContents(system.connection(), TOPICS, Codecs.singleObject());
            // Six on each of the two topics that topologies read.
            assertThat(contents.rejections()).hasSize(12).allSatisfy(r -> assertThat(r.reason())
                    .hasToString("MALFORMED"));
        }
    }
}
