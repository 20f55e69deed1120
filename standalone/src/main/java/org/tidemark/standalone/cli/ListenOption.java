package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.streams.http.HttpSettings;
import org.tidemark.streams.query.QueryServer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the query API and the metrics are served. */
final class ListenOption {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = QueryServer.LOOPBACK,
            converter = HostConverter.class,
            description =
                    "Address that HTTP listens on (default ${DEFAULT-VALUE}, this machine only; 0.0.0.0 in a container). It serves everybody who reaches it, without TLS.")
    private String host = QueryServer.LOOPBACK;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            converter = PortConverter.class,
            description = "HTTP port (default ${DEFAULT-VALUE}; 0 takes any free one).")
    private int port = 8080;

    @Mixin
    private AccessOption access = new AccessOption();

    /** Where and for whom; a token file that is none is told before anything is started. */
    HttpSettings settings(PrintWriter err) throws IOException {
        return access.settings(host, err);
    }

    QueryServer listening(HttpSettings settings, LocalSystem system) {
        QueryServer server = AccessOption.server(settings, system);
        server.start(port);
        return server;
    }

    void print(QueryServer server, PrintWriter out) {
        out.printf("API      http://%s/api/v1/%n", HttpAddress.of(host, server.port()));
        out.printf("metrics  http://%s/metrics%n", HttpAddress.of(host, server.port()));
        out.flush();
    }
}
