package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.VitalsServer;
import org.tidemark.api.query.QueryServer;
import org.tidemark.standalone.run.ShutdownScope;
import org.tidemark.standalone.watch.WatchTally;
import org.tidemark.streams.app.Health;
import picocli.CommandLine.Option;

/** Where the counts of a watch can be had: over HTTP, or in a file. */
final class CountsOption {
    /** A round ends within an hour, but for the first, which may ask everybody. */
    private static final Duration ROUND_MAX = Duration.ofHours(2);

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description =
                    "Write counts of answers and failures there, for the textfile collector of Prometheus' node exporter.")
    private @Nullable Path file;

    @Option(
            names = "--metrics-port",
            paramLabel = "N",
            converter = PortConverter.class,
            description =
                    "Serve the counts there over HTTP, as /metrics, with /health/ready (0 takes any free port; default: they are not served).")
    private @Nullable Integer port;

    @Option(
            names = "--metrics-host",
            paramLabel = "ADDRESS",
            defaultValue = QueryServer.LOOPBACK,
            converter = HostConverter.class,
            description =
                    "Address that they are served at (default ${DEFAULT-VALUE}, this machine only; 0.0.0.0 in a container).")
    private String host = QueryServer.LOOPBACK;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            converter = AccessOption.Name.class,
            description =
                    "Further name under which they may be asked for, beside localhost and the address; may be given several times.")
    private List<String> names = new ArrayList<>();

    private final AtomicReference<Instant> round = new AtomicReference<>();

    /** Serves them until the run is over, where that is wanted; says where. */
    void serve(ShutdownScope life, WatchTally tally, PrintWriter out) throws IOException, InterruptedException {
        Integer wanted = port;
        if (wanted == null) {
            return;
        }
        round.set(Clock.systemUTC().instant());
        HttpSettings settings = HttpSettings.on(host).withNames(new LinkedHashSet<>(names));
        VitalsServer server = life.hold(() -> VitalsServer.start(settings, wanted, this::ready, tally::scrape));
        out.printf("metrics  http://%s/metrics%n", HttpAddress.of(host, server.port()));
        out.flush();
    }

    private Health ready() {
        Duration since = Duration.between(round.get(), Clock.systemUTC().instant());
        boolean well = since.compareTo(ROUND_MAX) < 0;
        return new Health(well, "the last round ended %d s ago".formatted(since.toSeconds()));
    }

    /** A round is over. */
    void roundIsOver(WatchTally tally) throws IOException {
        round.set(Clock.systemUTC().instant());
        if (file != null) {
            tally.write(file);
        }
    }
}
