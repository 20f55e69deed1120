package org.tidemark.producers.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.push.Pushed;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Topics;

/** What was pushed, by id, as the cluster remembers it. */
public final class PushLog {
    /** Ids that are held; of older ones the topic may still know, but the log does not. */
    static final int IDS_MAX = 200_000;

    private final LogReader reader;
    private final NoteReader notes;
    private final Topics topics;
    private final Map<String, Long> offsets = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > IDS_MAX;
        }
    };
    private LogEnds read;

    public PushLog(Map<String, Object> connection, Topics topics) {
        this.reader = new LogReader(connection);
        this.notes = new NoteReader(reader);
        this.topics = topics;
        this.read = new LogEnds(topics.pushes(), new TreeMap<>());
    }

    /** What was published under an id; nothing where nothing was, or the cluster has forgotten it. */
    public synchronized Optional<Pushed> find(String id) {
        // A record of others under the same key is no note, and makes nobody publish a second time.
        read = reader.readOn(
                read,
                record -> notes.read(record, PushLog::pushed, pushed -> offsets.put(pushed.id(), record.offset())));
        Long offset = offsets.get(id);
        return offset == null ? Optional.empty() : Optional.ofNullable(at(offset));
    }

    private @Nullable Pushed at(long offset) {
        SortedMap<Integer, Long> from = new TreeMap<>(Map.of(0, offset));
        Pushed[] found = new Pushed[1];
        LogEnds to = new LogEnds(topics.pushes(), new TreeMap<>(Map.of(0, offset + 1)));
        LogEnds unused = reader.readOn(
                new LogEnds(topics.pushes(), from),
                to,
                record -> notes.read(record, PushLog::pushed, pushed -> found[0] = pushed));
        return found[0];
    }

    private static Pushed pushed(SystemNote note) {
        return Pushed.of(note.name(), note.at(), note.values());
    }
}
