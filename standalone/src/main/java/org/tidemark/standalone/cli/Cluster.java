package org.tidemark.standalone.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
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
        String bootstrap = String.valueOf(connection.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        Set<String> there = names(settings, bootstrap);
        for (String needed : List.of(topics.observations(), topics.loads(), topics.rejected())) {
            if (!there.contains(needed)) {
                // A cluster with rights hides the topics that a user may not describe.
                String rights = settings.containsKey(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
                        ? ", or grant this user the rights that docs/security.md lists"
                        : "";
                throw new ClusterException("%s has no topic %s; start Tidemark there first, or give its --prefix%s"
                        .formatted(bootstrap, needed, rights));
            }
        }
    }

    private static Set<String> names(Map<String, Object> settings, String bootstrap) throws ClusterException {
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            boolean silent = e.getCause() instanceof org.apache.kafka.common.errors.TimeoutException;
            throw silent ? silent(bootstrap, e) : refused(bootstrap, e);
        } catch (TimeoutException e) {
            throw silent(bootstrap, e);
        } catch (KafkaException e) {
            throw refused(bootstrap, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent(bootstrap, e);
        }
    }

    private static ClusterException silent(String bootstrap, Exception e) {
        return new ClusterException(
                "no broker answers at %s within %d s; check --bootstrap".formatted(bootstrap, PATIENCE_SECONDS), e);
    }

    /** What is wrong with an address or a setting, as the client says it; the outermost exception says only that it failed. */
    private static ClusterException refused(String bootstrap, Exception e) {
        Throwable said = e.getCause() == null ? e : e.getCause();
        String line = String.valueOf(said.getMessage()).lines().findFirst().orElse("");
        return new ClusterException(
                "cannot connect to %s: %s; check --bootstrap (host:port) and --client".formatted(bootstrap, line), e);
    }
}
