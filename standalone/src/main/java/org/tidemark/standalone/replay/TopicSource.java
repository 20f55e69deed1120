package org.tidemark.standalone.replay;

import java.util.Map;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * The observations of a running cluster.
 *
 * @param connection properties of a Kafka client: at least {@code bootstrap.servers}
 * @param codecs in which its records are written
 */
public record TopicSource(Map<String, Object> connection, Topics topics, Codecs codecs) {
    public TopicSource {
        connection = Map.copyOf(connection);
    }

    /** Without the connection: passwords are among its values. */
    @Override
    public String toString() {
        return topics.observations();
    }
}
