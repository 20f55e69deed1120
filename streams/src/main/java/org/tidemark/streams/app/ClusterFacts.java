package org.tidemark.streams.app;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.jspecify.annotations.Nullable;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.wire.Topics;

/** What of a cluster does not change while a monitor runs on it: its id, and how many partitions feed the flow. Asked for once. */
final class ClusterFacts {
    private static final int ANSWER_WITHIN_MS = 2_000;

    /**
     * The facts.
     *
     * @param partitions of the topic of the observations
     * @param ofRejected partitions of the topic of what is refused
     */
    record Known(String clusterId, int partitions, int ofRejected) {}

    private final Admin admin;
    private final String observations;
    private final String rejected;
    private volatile @Nullable Known known;

    ClusterFacts(Admin admin, Topics topics) {
        this.admin = admin;
        this.observations = topics.observations();
        this.rejected = topics.rejected();
    }

    /** Throws {@link StoresUnavailableException} while no broker answers. */
    Known known() {
        Known facts = known;
        return facts == null ? ask() : facts;
    }

    private static int partitions(Map<String, TopicDescription> topics, String name) {
        return Objects.requireNonNull(topics.get(name), name).partitions().size();
    }

    private synchronized Known ask() {
        Known before = known;
        if (before != null) {
            return before;
        }
        try {
            String id = admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_WITHIN_MS))
                    .clusterId()
                    .get(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
            var topics = admin.describeTopics(
                            List.of(observations, rejected), new DescribeTopicsOptions().timeoutMs(ANSWER_WITHIN_MS))
                    .allTopicNames()
                    .get(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
            Known facts = new Known(id, partitions(topics, observations), partitions(topics, rejected));
            known = facts;
            return facts;
        } catch (ExecutionException | TimeoutException e) {
            throw new StoresUnavailableException(
                    "no broker says how many partitions %s has; ask again in some seconds".formatted(observations), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoresUnavailableException("interrupted while a broker was asked", e);
        }
    }
}
