package org.tidemark.standalone.cli;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.SchemaRegistry;
import org.tidemark.wire.Topics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** A running cluster: where it is, how one gets in, and in what form its records are. */
final class ClusterOption {
    @Option(
            names = "--bootstrap",
            required = true,
            scope = ScopeType.INHERIT,
            paramLabel = "HOST:PORT",
            converter = BootstrapConverter.class,
            description = "Broker of the cluster; 'tidemark up' prints its own.")
    private String bootstrap = "";

    @Option(
            names = "--prefix",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            defaultValue = Topics.DEFAULT_PREFIX,
            description = "Prefix of the topics (default ${DEFAULT-VALUE}).")
    private String prefix = Topics.DEFAULT_PREFIX;

    @Mixin
    private ClientOption client = new ClientOption();

    @Mixin
    private RegistryOption registry = new RegistryOption();

    String bootstrap() {
        return bootstrap;
    }

    Topics topics() {
        return new Topics(prefix);
    }

    /** Settings of the Kafka client without the address. */
    Map<String, String> client() throws IOException {
        return client.settings();
    }

    Map<String, Object> connection() throws IOException {
        return client.connection(bootstrap);
    }

    @Nullable
    SchemaRegistry registry() throws IOException {
        return registry.registry();
    }

    Codecs codecs() throws IOException {
        return registry.codecs(topics(), connection());
    }

    /** Refuses a registry that has forgotten schemas with which records of the cluster were written. */
    void requireKnownSchemas() throws IOException {
        SchemaRegistry given = registry();
        if (given != null) {
            given.requireKnown(new NoteBook(connection(), topics()).schemaIds());
        }
    }
}
