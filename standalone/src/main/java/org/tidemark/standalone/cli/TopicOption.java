package org.tidemark.standalone.cli;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.replay.TopicSource;
import org.tidemark.wire.Topics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The observations topic of a running cluster as what is played. */
final class TopicOption {
    @Option(
            names = "--from-topic",
            description = "Play the observations of a running cluster, up to where they end now, instead of files.")
    private boolean fromTopic;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            converter = BootstrapConverter.class,
            description = "With --from-topic: broker of the cluster; 'tidemark up' prints its own.")
    private @Nullable String bootstrap;

    @Option(
            names = "--prefix",
            paramLabel = "NAME",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "With --from-topic: prefix of its topics (default ${DEFAULT-VALUE}).")
    private String prefix = Topics.DEFAULT_PREFIX;

    @Mixin
    private ClientOption client = new ClientOption();

    @Mixin
    private RegistryOption registry = new RegistryOption();

    boolean isAsked() {
        return fromTopic;
    }

    /** What is wrong beside whether files are named too; null when nothing is. */
    @Nullable
    String complaint() {
        if (fromTopic && bootstrap == null) {
            return "--from-topic needs a cluster; add --bootstrap HOST:PORT";
        }
        if (!fromTopic && (bootstrap != null || client.isGiven() || registry.isGiven())) {
            return "--bootstrap and --client are of a cluster; add --from-topic to play its observations";
        }
        return null;
    }

    /** The cluster, which has been seen to answer. */
    TopicSource source() throws IOException {
        Topics topics = new Topics(prefix);
        Map<String, Object> connection = client.connection(String.valueOf(bootstrap));
        Cluster.requireTopics(connection, topics);
        return new TopicSource(connection, topics, registry.codecs(topics, connection));
    }
}
