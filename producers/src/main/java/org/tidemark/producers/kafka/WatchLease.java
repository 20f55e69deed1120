package org.tidemark.producers.kafka;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.watch.Lease;
import org.tidemark.producers.watch.SharedAnswer;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * The lease of a cluster's watches: who is given the one partition of the topic of notes by the consumer group asks. Who is
 * given it ends whatever the one before may still want to note: its notes are transactions of one name, so that one that
 * was only thought dead publishes nothing that the next does not know.
 */
public final class WatchLease implements Lease, AutoCloseable {
    private static final String NAME = "watch/";
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    /** Between two looks may lie the sleep of an hour, an answer that comes slowly, and its publishing. */
    private static final int LOOKS_AT_LEAST_EVERY_MS = 7_200_000;

    /** How long one that has died keeps the others from asking. */
    private static final int GIVEN_UP_AFTER_MS = 15_000;

    private final Map<String, Object> connection;
    private final Topics topics;
    private final Codec<SystemNote> codec = Codecs.singleObject().notes();
    private final LogReader reader;
    private final SortedMap<String, SharedAnswer> known = new TreeMap<>();
    private @Nullable Consumer<byte[], byte[]> member;
    private @Nullable Producer<byte[], byte[]> notes;
    private LogEnds read;

    /** Joins nothing yet. */
    public WatchLease(Map<String, Object> connection, Topics topics) {
        this.connection = Map.copyOf(connection);
        this.topics = topics;
        this.reader = new LogReader(connection);
        this.read = new LogEnds(topics.models(), new TreeMap<>());
    }

    @Override
    public boolean isHeld() throws IOException {
        try {
            return look();
        } catch (KafkaException | PublishException e) {
            leave();
            throw new IOException("the lease of the cluster's watches: " + e.getMessage(), e);
        }
    }

    private boolean look() {
        Consumer<byte[], byte[]> joined = member;
        boolean first = joined == null;
        if (joined == null) {
            joined = join();
            member = joined;
        }
        var unused = joined.poll(LOOK);
        long deadline = System.nanoTime() + FIRST_LOOK.toNanos();
        while (first && joined.assignment().isEmpty() && System.nanoTime() < deadline) {
            unused = joined.poll(LOOK);
        }
        boolean held = !joined.assignment().isEmpty();
        joined.pause(joined.assignment());
        if (held && notes == null) {
            Producer<byte[], byte[]> opened = open();
            notes = opened;
            opened.initTransactions();
        } else if (!held) {
            close(notes);
            notes = null;
        }
        return held;
    }

    private Consumer<byte[], byte[]> join() {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.prefix() + "-watch");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, GIVEN_UP_AFTER_MS);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LOOKS_AT_LEAST_EVERY_MS);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics.models()));
        return consumer;
    }

    private Producer<byte[], byte[]> open() {
        Map<String, Object> settings = new HashMap<>(KafkaTarget.settings(connection));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "-watch");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Optional<SharedAnswer> known(String endpoint) throws IOException {
        try {
            NoteReader readable = new NoteReader(reader);
            read = reader.readOn(
                    read,
                    record -> readable.read(
                            record,
                            WatchLease::learnt,
                            learnt -> learnt.forEach((of, answer) -> {
                                known.put(of, answer);
                            })));
            return Optional.ofNullable(known.get(endpoint));
        } catch (KafkaException | PublishException e) {
            throw new IOException("what the watches of the cluster know: " + e.getMessage(), e);
        }
    }

    /** What a note says of an answer, by endpoint; other notes say nothing. */
    private static Map<String, SharedAnswer> learnt(SystemNote note) {
        return note.name().startsWith(NAME)
                ? Map.of(note.name().substring(NAME.length()), SharedAnswer.of(note.values()))
                : Map.of();
    }

    @Override
    public void write(String endpoint, SharedAnswer answer) throws IOException {
        Producer<byte[], byte[]> producer = notes;
        if (producer == null) {
            throw new IOException("another watch of the cluster asks now");
        }
        SystemNote note = SystemNote.of(
                NAME + endpoint, Instant.EPOCH.plusMillis(answer.received().toEpochMilli()), answer.values());
        try {
            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>(
                    topics.models(), note.name().getBytes(StandardCharsets.UTF_8), codec.encode(note)));
            producer.commitTransaction();
        } catch (KafkaException e) {
            leave();
            throw new IOException(
                    "another watch of the cluster asks now, or the cluster takes nothing: " + e.getMessage(), e);
        }
    }

    /** What is joined anew is a member like any other. */
    private void leave() {
        close(notes);
        close(member);
        notes = null;
        member = null;
    }

    private static void close(@Nullable AutoCloseable client) {
        try {
            if (client instanceof Producer<?, ?> producer) {
                producer.close(Duration.ZERO);
            } else if (client != null) {
                client.close();
            }
        } catch (Exception gone) {
            // A client that cannot say goodbye is given up by the broker in time.
            return;
        }
    }

    @Override
    public void close() {
        leave();
    }
}
