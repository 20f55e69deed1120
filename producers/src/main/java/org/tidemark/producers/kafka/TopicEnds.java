package org.tidemark.producers.kafka;

import org.tidemark.wire.Topics;

/**
 * Where the topics that a replay reads ended once.
 *
 * @param loads what producers noted; looked at first, so that a load that had ended is in the observations whole
 * @param rejected what producers refused while they read
 */
public record TopicEnds(LogEnds observations, LogEnds loads, LogEnds rejected) {
    public static TopicEnds now(LogReader reader, Topics topics) {
        LogEnds loads = reader.ends(topics.loads());
        LogEnds rejected = reader.ends(topics.rejected());
        return new TopicEnds(reader.ends(topics.observations()), loads, rejected);
    }
}
