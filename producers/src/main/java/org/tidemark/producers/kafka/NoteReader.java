package org.tidemark.producers.kafka;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/**
 * Reads what the system has noted of itself. A note lies under its name and means something to whoever asks for it; what
 * does not is somebody else's, whatever bytes it has, and stops nobody.
 */
final class NoteReader {
    private final LogReader reader;
    private final Codec<SystemNote> codec = Codecs.singleObject().notes();

    NoteReader(LogReader reader) {
        this.reader = reader;
    }

    /**
     * Hands on what the note of a record means.
     *
     * @param meaning throws {@link IllegalArgumentException} or {@link DateTimeException} of what it did not write
     */
    <T> void read(ConsumerRecord<byte[], byte[]> record, Function<SystemNote, T> meaning, Consumer<T> each) {
        reader.decode(codec, record, note -> {
            T meant;
            try {
                if (!Arrays.equals(record.key(), note.name().getBytes(StandardCharsets.UTF_8))) {
                    throw new IllegalArgumentException("its key is not '%s'".formatted(note.name()));
                }
                meant = meaning.apply(note);
            } catch (IllegalArgumentException | DateTimeException e) {
                reader.foreign()
                        .note(
                                record,
                                new UndecodableException(
                                        "a note that means nothing there: %s".formatted(e.getMessage()), e));
                return;
            }
            each.accept(meant);
        });
    }
}
