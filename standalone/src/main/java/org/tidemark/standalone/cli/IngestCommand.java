package org.tidemark.standalone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.release.Load;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes files to a running cluster. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Recognises each file's format and publishes it to a running cluster; again means the same.")
final class IngestCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private ClusterOption cluster = new ClusterOption();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Catalogue catalogue = catalogueOption.load();
        Inputs inputs = GivenFiles.of(paths);
        Topics topics = cluster.topics();
        Map<String, Object> connection = cluster.connection();
        Cluster.requireTopics(connection, topics);
        TopicSetup.requireSound(connection, topics);
        try (KafkaTarget target = new KafkaTarget(connection, topics, cluster.codecs());
                ProgressBars progress = ProgressBars.onTerminal()) {
            LoadSettings settings = new LoadSettings(history.asFiled(), null, null, false);
            LoadReport report = new Loader(catalogue, Formats.all(catalogue), target, Clock.systemUTC(), progress)
                    .live()
                    .run(inputs, settings);
            progress.close();
            print(report);
            LoadLines.printPassedOver(target.passedOver(), command().getErr());
            return LoadLines.print(report, command().getErr());
        }
    }

    private void print(LoadReport report) throws IOException {
        PrintWriter out = command().getOut();
        if (json) {
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            ObjectNode root = mapper.createObjectNode();
            report.loads().forEach(load -> root.withArray("loads").add(object(mapper, load)));
            report.unknown().forEach(root.withArray("passed_over")::add);
            report.failures().forEach(root.withArray("failed")::add);
            report.remarks().forEach(root.withArray("remarks")::add);
            root.put("copied", report.copied());
            out.println(mapper.writeValueAsString(root));
        } else {
            report.loads().forEach(load -> out.println(line(load)));
            LoadLines.printCopies(report, out);
        }
        out.flush();
    }

    private static String line(Load load) {
        return "%s: %s, %s: %,d read, %,d sent, skipped %s, rejected %s"
                .formatted(
                        load.file(),
                        load.format(),
                        load.source(),
                        load.read(),
                        load.sent(),
                        load.skipped().isEmpty() ? "none" : load.skipped(),
                        load.rejected().isEmpty() ? "none" : load.rejected());
    }

    private static ObjectNode object(ObjectMapper mapper, Load load) {
        ObjectNode node = mapper.createObjectNode();
        node.put("file", load.file()).put("format", load.format()).put("source", load.source());
        node.put("load", load.load()).put("read", load.read()).put("sent", load.sent());
        node.set("skipped", mapper.valueToTree(load.skipped()));
        node.set("rejected", mapper.valueToTree(load.rejected()));
        return node;
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec, "picocli sets it").commandLine();
    }
}
