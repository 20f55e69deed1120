package org.tidemark.standalone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.query.QueryServer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.standalone.run.DataDir;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.ShutdownScope;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Topics;
import picocli.CommandLine.Option;

/** Who is asked: the system that runs, or a data directory that none has open. */
final class AskedOption {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int PARTIAL = 206;

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

    /**
     * What it answers, whole or in part.
     *
     * @param page below {@code /api/v1/}, with its query
     * @throws IOException with what it says where it answers with an error
     */
    String answer(Catalogue catalogue, String page) throws IOException, InterruptedException {
        return answers(catalogue, List.of(page)).get(0);
    }

    /** As {@link #answer}, to several questions in their order; a directory is opened once. */
    List<String> answers(Catalogue catalogue, List<String> pages) throws IOException, InterruptedException {
        Path directory = dataDir;
        if (directory == null) {
            return askAll(host, port, pages);
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException("%s: no directory is there; name the --data-dir of an 'up'".formatted(directory));
        }
        return ShutdownScope.of(life -> askDirectory(life, directory, catalogue, pages));
    }

    private static List<String> askDirectory(
            ShutdownScope life, Path directory, Catalogue catalogue, List<String> pages)
            throws IOException, InterruptedException {
        DataDir dir = life.hold(() -> DataDir.kept(directory));
        SystemSettings settings =
                new SystemSettings(dir.path(), 0, new Topics(Topics.DEFAULT_PREFIX), StoreKind.DISK, 1, catalogue);
        LocalSystem system = life.hold(() -> LocalSystem.start(settings, dir.place()));
        system.drain(behind -> {});
        QueryServer server = life.hold(() -> new AccessOption().server(HttpSettings.on(QueryServer.LOOPBACK), system));
        server.start(0);
        return askAll(QueryServer.LOOPBACK, server.port(), pages);
    }

    private static List<String> askAll(String at, int on, List<String> pages) throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (String page : pages) {
            answers.add(ask(at, on, page));
        }
        return answers;
    }

    private static String ask(String at, int on, String page) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(URI.create("http://%s/api/v1/%s".formatted(HttpAddress.of(at, on), page)));
        if (answer.statusCode() != OK && answer.statusCode() != PARTIAL) {
            throw new IOException(
                    new ObjectMapper().readTree(answer.body()).path("error").asText(answer.body()));
        }
        return answer.body();
    }

    private static HttpResponse<String> answer(URI uri) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        try {
            return client.send(
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw new ClusterException(
                    "%s has not answered within %d s; ask for one economy, or once more when it is less busy"
                            .formatted(uri.getAuthority(), PATIENCE.toSeconds()),
                    e);
        } catch (IOException e) {
            throw new ClusterException(
                    "nothing answers at %s; start './tidemark up', or give --port, or --data-dir DIR of one that does not run"
                            .formatted(uri.getAuthority()),
                    e);
        }
    }
}
