package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Registration;
import org.tidemark.wire.SchemaRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a cluster needs before anything runs on it. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        description =
                "Makes the topics that a cluster lacks, and registers the schemas; again changes nothing. What is there and would lose records is refused.")
final class TopicsCommand implements Callable<Integer> {
    private static final int PARTITIONS_MAX = 1_000;

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "" + TopicSetup.PARTITIONS_DEFAULT,
            description = "Of a topic that is made (default ${DEFAULT-VALUE}); they cannot be changed later.")
    private int partitions = TopicSetup.PARTITIONS_DEFAULT;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "1",
            description = "Copies of a topic that is made (default ${DEFAULT-VALUE}; 3 where there are three brokers).")
    private short replication = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        require(partitions >= 1 && partitions <= PARTITIONS_MAX, "--partitions is %d; write 1 to %d", partitions);
        require(replication >= 1 && replication <= PARTITIONS_MAX, "--replication is %d; write 1 to %d", replication);
        SchemaRegistry registry = cluster.registry();
        List<String> made = TopicSetup.ensure(cluster.connection(), cluster.topics(), partitions, replication);
        PrintWriter out = command().getOut();
        out.println(made.isEmpty() ? "every topic is there already" : "made " + String.join(", ", made));
        out.flush();
        if (registry != null) {
            register(registry, out);
        }
        return 0;
    }

    /** What was given before is noted for good, so that a registry made anew is told from somebody else's records. */
    private void register(SchemaRegistry registry, PrintWriter out) throws IOException {
        NoteBook notes = new NoteBook(cluster.connection(), cluster.topics());
        registry.requireKnown(notes.schemaIds());
        Registration registration = registry.register(cluster.topics());
        notes.add(registration.ids(), Instant.now());
        print(registry, registration, out);
    }

    private static void print(SchemaRegistry registry, Registration registration, PrintWriter out) {
        registration.added().forEach(schema -> out.println("registered " + schema));
        out.printf(
                "%d schemas under %d subjects at %s, each readable with every other; %d are new%n",
                registration.schemas(),
                registration.subjects().size(),
                registry,
                registration.added().size());
        out.flush();
    }

    private void require(boolean holds, String complaint, int value) {
        if (!holds) {
            throw new CommandLine.ParameterException(command(), complaint.formatted(value, PARTITIONS_MAX));
        }
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
