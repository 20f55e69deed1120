package org.tidemark.standalone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.query.QueryServer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.report.ShownEstimates;
import org.tidemark.standalone.report.Words;
import org.tidemark.standalone.run.DataDir;
import org.tidemark.standalone.run.Lifetime;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what is known of an economy, from a running system or from a data directory that none has open. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows what is known of an economy: asks the system that runs on this machine, or with --data-dir what one has left.")
final class ShowCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int PARTIAL = 206;

    @Parameters(paramLabel = "ECONOMY", description = "Code or name; several with commas between them: US,Germany.")
    private String economy = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "As it was known then: 2025, 2025-03 or 2025-03-31.")
    private @Nullable String asOf;

    @Option(names = "--measure", paramLabel = "NAME", description = "Only this, such as penetration.")
    private @Nullable String measure;

    @Option(names = "--json", description = "Print what the query API answers.")
    private boolean json;

    @Option(names = "--ids", description = "The ids that files and the query API have, instead of names.")
    private boolean ids;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = QueryServer.LOOPBACK,
            converter = HostConverter.class,
            description = "Where the running system listens (default ${DEFAULT-VALUE}).")
    private String host = QueryServer.LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "Its HTTP port (default ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "A directory of 'up' that does not run; it is opened, asked and closed.")
    private @Nullable Path dataDir;

    @Mixin
    private CatalogueOption catalogueOption = new CatalogueOption();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Catalogue catalogue = catalogueOption.load();
        Path directory = dataDir;
        if (directory == null) {
            print(catalogue, ask(host, port));
            return 0;
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException("%s: no directory is there; name the --data-dir of an 'up'".formatted(directory));
        }
        return Lifetime.of(life -> {
            print(catalogue, askDirectory(life, directory, catalogue));
            return 0;
        });
    }

    private String askDirectory(Lifetime life, Path directory, Catalogue catalogue)
            throws IOException, InterruptedException {
        DataDir dir = life.hold(() -> DataDir.kept(directory));
        SystemSettings settings =
                new SystemSettings(dir.path(), 0, new Topics(Topics.DEFAULT_PREFIX), StoreKind.DISK, 1, catalogue);
        LocalSystem system = life.hold(() -> LocalSystem.start(settings, dir.place()));
        system.drain(behind -> {});
        QueryServer server = life.hold(() -> AccessOption.server(HttpSettings.on(QueryServer.LOOPBACK), system));
        server.start(0);
        return ask(QueryServer.LOOPBACK, server.port());
    }

    private String ask(String at, int on) throws IOException, InterruptedException {
        URI uri = URI.create("http://%s/api/v1/estimates?%s".formatted(HttpAddress.of(at, on), query()));
        HttpResponse<String> answer = answer(uri);
        if (answer.statusCode() != OK && answer.statusCode() != PARTIAL) {
            throw new IOException(
                    new ObjectMapper().readTree(answer.body()).path("error").asText(answer.body()));
        }
        return answer.body();
    }

    private String query() {
        StringBuilder query = new StringBuilder("sector=TOTAL&limit=100000&economy=").append(encoded(economy));
        if (asOf != null) {
            query.append("&as_of=").append(encoded(asOf));
        }
        if (measure != null) {
            query.append("&measure=").append(encoded(measure));
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> answer(URI uri) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        try {
            return client.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ClusterException(
                    "nothing answers at %s; start './tidemark up', or give --port, or --data-dir DIR of one that does not run"
                            .formatted(uri.getAuthority()),
                    e);
        }
    }

    private void print(Catalogue catalogue, String answer) throws IOException {
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        JsonNode root = mapper.readTree(answer);
        if (json) {
            out.println(mapper.writeValueAsString(root));
        } else {
            new ShownEstimates(new Words(catalogue, ids)).lines(root).forEach(out::println);
        }
        out.flush();
    }
}
