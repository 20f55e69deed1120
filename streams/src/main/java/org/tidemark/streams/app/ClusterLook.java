package org.tidemark.streams.app;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.tidemark.wire.Topics;

/**
 * What a cluster is known by. State that was made on it is worth nothing beside another.
 *
 * @param clusterId of the cluster
 * @param observations name of the topic that everything is derived from
 * @param topics those that the topologies read, by name
 */
public record ClusterLook(String clusterId, String observations, SortedMap<String, Identity> topics) {
    private static final int PATIENCE_SECONDS = 30;

    /** A topic that was deleted and made again has the same name and another id. */
    public record Identity(String id, int partitions) {}

    public ClusterLook {
        topics = new TreeMap<>(topics);
    }

    /** Of the topic that everything is derived from. */
    public int partitions() {
        return Objects.requireNonNull(topics.get(observations), observations).partitions();
    }

    /** The id of the topic that everything is derived from. */
    public String observationsId() {
        return Objects.requireNonNull(topics.get(observations), observations).id();
    }

    /**
     * Looks at a cluster that has the topics.
     *
     * @throws TopicSetupException in one line
     */
    public static ClusterLook at(Map<String, Object> adminProperties, Topics topics) {
        try (Admin admin = Admin.create(adminProperties)) {
            return at(admin, topics);
        } catch (ExecutionException | TimeoutException e) {
            throw new TopicSetupException("the cluster cannot be looked at: %s".formatted(FaultPolicy.line(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicSetupException("interrupted while looking at the cluster", e);
        }
    }

    static ClusterLook at(Admin admin, Topics topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        String cluster = admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Map<String, TopicDescription> described = admin.describeTopics(List.of(topics.observations(), topics.panels()))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        SortedMap<String, Identity> identities = new TreeMap<>();
        described.forEach((name, topic) -> identities.put(
                name,
                new Identity(topic.topicId().toString(), topic.partitions().size())));
        return new ClusterLook(cluster, topics.observations(), identities);
    }
}
