package org.tidemark.standalone.run;

import java.time.Instant;
import java.util.Map;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Topics;

/**
 * The observations topic that the state on a cluster was made from. When somebody deletes that topic and makes it again, the
 * changelogs still hold the estimates of what is gone.
 */
final class StateSource {
    private final Map<String, Object> connection;
    private final Topics topics;

    StateSource(Map<String, Object> connection, Topics topics) {
        this.connection = connection;
        this.topics = topics;
    }

    /**
     * Refuses state of another topic, and notes this one where there is none.
     *
     * @param now id of the observations topic
     * @throws SystemStartException in one line
     */
    void require(String now) {
        NoteBook notes = new NoteBook(connection, topics);
        String before = notes.observationsId().orElse(now);
        if (!before.equals(now) && TopicSetup.hasState(connection, topics)) {
            throw new SystemStartException(
                    "topic %s was made anew (id %s, before %s) and the state of %s-monitor is of the one before; delete the topics %s-monitor-* and the consumer group %s-monitor (kafka-topics, kafka-consumer-groups), or choose another --prefix"
                            .formatted(
                                    topics.observations(),
                                    now,
                                    before,
                                    topics.prefix(),
                                    topics.prefix(),
                                    topics.prefix()));
        }
        if (notes.observationsId().filter(now::equals).isEmpty()) {
            notes.observationsId(now, Instant.now());
        }
    }
}
