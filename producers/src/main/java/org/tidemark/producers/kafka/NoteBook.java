package org.tidemark.producers.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.SchemaIds;
import org.tidemark.wire.Topics;

/** What the system remembers of itself: a compacted topic that all instances and commands read. */
public final class NoteBook {
    private static final String SCHEMA_IDS = "schema-ids";
    private static final String OBSERVATIONS = "observations";
    private static final String ID = "id";

    private final Map<String, Object> connection;
    private final Topics topics;
    private final Codec<SystemNote> codec = Codecs.singleObject().notes();

    /**
     * Opens nothing yet.
     *
     * @param connection properties of a Kafka client: at least {@code bootstrap.servers}
     */
    public NoteBook(Map<String, Object> connection, Topics topics) {
        this.connection = Map.copyOf(connection);
        this.topics = topics;
    }

    /** The latest note of a name; none where the cluster has no topic for notes. */
    public Optional<SystemNote> latest(String name) {
        return latest(name, note -> note);
    }

    /** What the latest note of a name means; one that means nothing was not written by Tidemark and is passed over. */
    private <T> Optional<T> latest(String name, Function<SystemNote, T> meaning) {
        List<T> latest = new ArrayList<>(1);
        LogReader reader = new LogReader(connection);
        NoteReader notes = new NoteReader(reader);
        reader.readIfThere(
                topics.models(),
                record -> notes.read(
                        record,
                        note -> note.name().equals(name) ? Optional.of(meaning.apply(note)) : Optional.<T>empty(),
                        found -> found.ifPresent(meant -> {
                            latest.clear();
                            latest.add(meant);
                        })));
        return latest.stream().findFirst();
    }

    /** Writes a note and waits until the cluster has it. */
    public void write(SystemNote note) {
        byte[] key = note.name().getBytes(StandardCharsets.UTF_8);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                KafkaTarget.settings(connection), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.models(), key, codec.encode(note)))
                    .get();
        } catch (ExecutionException e) {
            throw PublishException.refused(e.getCause() instanceof Exception cause ? cause : e);
        } catch (KafkaException e) {
            throw PublishException.refused(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PublishException.refused(e);
        }
    }

    /** The id of the observations topic that the state on the cluster was made from; none where nothing was noted. */
    public Optional<String> observationsId() {
        return latest(OBSERVATIONS).map(note -> note.values().get(ID));
    }

    /** Notes from which observations topic the state is made. */
    public void observationsId(String id, Instant at) {
        write(SystemNote.of(OBSERVATIONS, at, Map.of(ID, id)));
    }

    /** Ids that a registry has given to our schemas, as far as they were noted. */
    public SchemaIds schemaIds() {
        return latest(SCHEMA_IDS, note -> SchemaIds.read(note.values())).orElse(SchemaIds.NONE);
    }

    /** Notes ids that were given; those noted before stay. */
    public void add(SchemaIds given, Instant at) {
        SchemaIds before = schemaIds();
        SchemaIds all = before.with(given);
        if (!all.equals(before)) {
            write(SystemNote.of(SCHEMA_IDS, at, all.written()));
        }
    }
}
