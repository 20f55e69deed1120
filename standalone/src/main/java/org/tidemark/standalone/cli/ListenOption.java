package org.tidemark.standalone.cli;

import java.io.PrintWriter;
import org.tidemark.streams.query.QueryServer;
import org.tidemark.streams.query.QuerySources;
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

    QueryServer listening(QuerySources sources) {
        QueryServer server = new QueryServer(access.settings(host), sources);
        server.start(port);
        return server;
    }

    void print(QueryServer server, PrintWriter out) {
        out.printf("API      http://%s/api/v1/%n", HttpAddress.of(host, server.port()));
        out.printf("metrics  http://%s/metrics%n", HttpAddress.of(host, server.port()));
        out.flush();
    }
}
