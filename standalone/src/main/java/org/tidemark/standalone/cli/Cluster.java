package org.tidemark.standalone.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.tidemark.wire.Topics;

/** A look at a cluster before anything is sent there, so that a wrong address is one clear line at once. */
final class Cluster {
    private static final int PATIENCE_SECONDS = 10;

    private Cluster() {}

    /** Throws in one line unless the cluster answers and has the topics. */
    static void requireTopics(Map<String, Object> connection, Topics topics) throws ClusterException {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1_000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            for (String needed : List.of(topics.observations(), topics.loads(), topics.rejected())) {
                if (!there.contains(needed)) {
                    throw new ClusterException("%s has no topic %s; start Tidemark there first, or give its --prefix"
                            .formatted(connection.get("bootstrap.servers"), needed));
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw silent(connection, e);
        } catch (KafkaException e) {
            throw e.getCause() == null
                    ? silent(connection, e)
                    : new ClusterException(
                            "%s: %s"
                                    .formatted(
                                            connection.get("bootstrap.servers"),
                                            e.getCause().getMessage()),
                            e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent(connection, e);
        }
    }

    private static ClusterException silent(Map<String, Object> connection, Exception e) {
        return new ClusterException(
                "no broker answers at %s within %d s; check --bootstrap"
                        .formatted(connection.get("bootstrap.servers"), PATIENCE_SECONDS),
                e);
    }
}
