package org.tidemark.producers.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.load.BatchKey;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Watermark;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/**
 * An observations topic up to where it ended once, in the order of publication. The records lie in a temporary file;
 * memory holds eight bytes for each, and what is being played: the releases of one economy and instant.
 */
public final class TopicHistory implements AutoCloseable {
    private static final int PROGRESS_EVERY = 10_000;

    private final Codec<Event> codec;
    private final Codec<Event> stored;
    private final Codec<Watermark> closings;
    private final SpillFile spill;
    private final Map<Place, Positions> places = new HashMap<>();
    private final SortedMap<Integer, MessageDigest> digests = new TreeMap<>();
    private long records;

    private TopicHistory(Codecs codecs, SpillFile spill) {
        this.codec = codecs.events();
        this.stored = codecs.stored().events();
        this.closings = codecs.instantClosings();
        this.spill = spill;
    }

    /**
     * Reads the topic.
     *
     * @param folder takes the temporary file, which is as large as the topic
     * @throws PublishException in one line, also when the disk is full
     */
    public static TopicHistory read(LogReader reader, LogEnds ends, Codecs codecs, Path folder, LoadProgress progress) {
        TopicHistory history = new TopicHistory(codecs, spill(folder));
        try {
            reader.read(ends, record -> {
                history.add(record, folder);
                history.tell(progress, ends);
            });
            return history;
        } catch (RuntimeException e) {
            history.close();
            throw e;
        }
    }

    private static SpillFile spill(Path folder) {
        try {
            return SpillFile.in(folder);
        } catch (IOException e) {
            throw PublishException.noRoom(folder, e);
        }
    }

    private void tell(LoadProgress progress, LogEnds ends) {
        if (++records % PROGRESS_EVERY == 0) {
            int thousands = (int) (records / 1_000);
            progress.reading(ends.topic(), thousands, (int) Math.max(thousands, ends.records() / 1_000));
        }
    }

    private void add(ConsumerRecord<byte[], byte[]> consumed, Path folder) {
        TopicRecord record = TopicRecord.of(consumed);
        Event event = event(record);
        if (event == null && isClosing(record)) {
            // Said of one run; whoever plays the history says it of his own.
            return;
        }
        digest(record);
        try {
            places.computeIfAbsent(Place.of(record, event), p -> new Positions())
                    .add(spill.append(plain(record, event)));
        } catch (IOException e) {
            throw PublishException.noRoom(folder, e);
        }
    }

    /** Where it is played there is no registry, which would have to say what the bytes mean. */
    private TopicRecord plain(TopicRecord record, @Nullable Event event) {
        return event == null || codec.equals(stored)
                ? record
                : new TopicRecord(record.partition(), record.timestamp(), record.key(), stored.encode(event));
    }

    private void digest(TopicRecord record) {
        MessageDigest digest = digests.computeIfAbsent(record.partition(), p -> sha256());
        digest.update(
                ByteBuffer.allocate(Long.BYTES).putLong(record.timestamp()).flip());
        digest(digest, record.key());
        digest(digest, record.value());
    }

    private static void digest(MessageDigest digest, byte @Nullable [] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .flip());
        if (bytes != null) {
            digest.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** SHA-256 of what each partition holds, hexadecimal; partitions without a record are left out. */
    public SortedMap<Integer, String> hashes() {
        SortedMap<Integer, String> hashes = new TreeMap<>();
        digests.forEach((partition, digest) -> {
            try {
                hashes.put(partition, HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest()));
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("SHA-256 can be cloned", e);
            }
        });
        return hashes;
    }

    long records() {
        return records;
    }

    /** Places in the order of history; those of one instant and key follow each other, releases first. */
    List<Place> order() {
        return places.keySet().stream().sorted().toList();
    }

    /** The records of a place, as they came. */
    List<TopicRecord> records(Place place) {
        Positions positions = positions(place);
        List<TopicRecord> found = new ArrayList<>();
        for (int i = 0; i < positions.count; i++) {
            found.add(read(positions.at[i]));
        }
        return found;
    }

    /**
     * The sendings of a release, in the order in which they came, without those that only repeat an earlier one. What
     * was begun and not ended is completed by what came after it; what never was comes last.
     */
    List<Sending> sendings(BatchKey release, Place place) {
        List<Sending> sendings = new ArrayList<>();
        SortedMap<Integer, Observation> heard = new TreeMap<>();
        ReleaseEnd unmet = null;
        Positions positions = positions(place);
        for (int i = 0; i < positions.count; i++) {
            Event event = event(read(positions.at[i]));
            if (event instanceof Observation o) {
                heard.put(o.ordinal(), PlayedEvents.received(o));
            } else if (event instanceof ReleaseEnd closing) {
                Sending sending = Sending.of(release, heard.values(), closing);
                unmet = sending.isWhole() ? null : closing;
                if (sending.isWhole()) {
                    addUnlessRepeated(sendings, sending);
                    heard.clear();
                }
            }
        }
        if (!heard.isEmpty()) {
            addUnlessRepeated(sendings, Sending.of(release, heard.values(), unmet));
        }
        return sendings;
    }

    private static void addUnlessRepeated(List<Sending> sendings, Sending sending) {
        if (sendings.stream().noneMatch(sending::repeats)) {
            sendings.add(sending);
        }
    }

    private Positions positions(Place place) {
        return places.getOrDefault(place, new Positions());
    }

    private TopicRecord read(long position) {
        try {
            return spill.read(position);
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file of the topic cannot be read", e);
        }
    }

    private @Nullable Event event(TopicRecord record) {
        try {
            return record.value() == null ? null : codec.decode(record.value());
        } catch (UndecodableException e) {
            // It goes on as it is, to be rejected with its reason there too.
            return null;
        }
    }

    private boolean isClosing(TopicRecord record) {
        try {
            return record.value() != null && closings.decode(record.value()) != null;
        } catch (UndecodableException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            spill.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary file of the topic cannot be closed", e);
        }
    }

    /** A list of file positions without an object for each. */
    private static final class Positions {
        private long[] at = new long[2];
        private int count;

        void add(long position) {
            if (count == at.length) {
                at = Arrays.copyOf(at, 2 * count);
            }
            at[count] = position;
            count++;
        }
    }
}
