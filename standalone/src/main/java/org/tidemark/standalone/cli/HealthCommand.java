package org.tidemark.standalone.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.query.QueryServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running system how it is: an image that holds no other program can be asked so. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Asks a running system how it is; exit code 0 when it is well.")
final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = QueryServer.LOOPBACK,
            converter = HostConverter.class,
            description = "Where it listens (default ${DEFAULT-VALUE}).")
    private String host = QueryServer.LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "Its HTTP port (default ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(names = "--live", description = "Only whether it runs; without this, whether it also answers questions.")
    private boolean live;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI uri = URI.create("http://%s/health/%s".formatted(HttpAddress.of(host, port), live ? "live" : "ready"));
        HttpResponse<String> answer = answer(uri);
        if (answer.statusCode() != OK) {
            throw new ClusterException("%s says %d: %s".formatted(uri, answer.statusCode(), firstLine(answer.body())));
        }
        var out = Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        out.println(firstLine(answer.body()));
        out.flush();
        return 0;
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
            throw new ClusterException("nothing answers at %s within %d s".formatted(uri, PATIENCE.toSeconds()), e);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
