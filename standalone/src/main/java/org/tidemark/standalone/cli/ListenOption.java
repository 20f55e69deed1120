package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.query.QueryServer;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.streams.peer.PeerAddress;
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

    @Option(
            names = "--advertise",
            paramLabel = "HOST:PORT",
            converter = AdvertiseConverter.class,
            description =
                    "Where other monitors of the same prefix reach this one (default: the address it listens on; with 0.0.0.0 this machine's own). No two may have one address.")
    private @Nullable PeerAddress advertise;

    /** Where other monitors reach this one; known before it listens, since it is said when the work is shared out. */
    String advertised() {
        port = OwnAddress.port(host, port);
        return advertise == null ? OwnAddress.of(host, port) : advertise.written();
    }

    /** Where and for whom; a token file that is none is told before anything is started. */
    HttpSettings settings(PrintWriter err) throws IOException {
        return access.settings(host, List.of(advertised()), err);
    }

    QueryServer listening(HttpSettings settings, LocalSystem system) throws IOException {
        QueryServer server = access.server(settings, system);
        server.start(port);
        return server;
    }

    void print(QueryServer server, PrintWriter out) {
        out.printf("page     http://%s/%n", HttpAddress.of(host, server.port()));
        out.printf("API      http://%s/api/v1/%n", HttpAddress.of(host, server.port()));
        out.printf("metrics  http://%s/metrics%n", HttpAddress.of(host, server.port()));
        out.printf("others   %s%n", advertised());
        out.flush();
    }
}
