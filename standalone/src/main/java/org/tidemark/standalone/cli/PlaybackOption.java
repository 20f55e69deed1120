package org.tidemark.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.query.QueryServer;
import org.tidemark.standalone.replay.Playback;
import org.tidemark.standalone.replay.Speed;
import org.tidemark.standalone.replay.Ticker;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.ShutdownScope;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a replay is run, which changes nothing of what it says. */
final class PlaybackOption {
    @Option(
            names = "--speed",
            paramLabel = "X|max",
            defaultValue = "max",
            converter = SpeedConverter.class,
            description =
                    "How much history passes in one second: seconds such as 86400, or 30d/s (s, m, h, d, w, y); no pause is longer than 10 s (default ${DEFAULT-VALUE}).")
    private Speed speed = Speed.MAX;

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortConverter.class,
            description = "Serve query API and metrics of the replaying system there meanwhile (0 takes any free one).")
    private @Nullable Integer port;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "Keep broker and state there: a replay that was killed goes on from there when started again.")
    private @Nullable Path work;

    @Option(
            names = "--through-kafka",
            description =
                    "Play through a broker and the topologies, as live, and not the engine in this process: slower, and says the same. --port and --work do so too.")
    private boolean throughKafka;

    Playback playback(PrintWriter out) {
        // Only a broker can be looked at meanwhile, and gone on from.
        boolean needed = throughKafka || port != null || work != null;
        return new Playback(speed, Ticker.SYSTEM, needed, work, (life, system) -> serve(life, system, out));
    }

    private void serve(ShutdownScope life, LocalSystem system, PrintWriter out)
            throws IOException, InterruptedException {
        if (port == null) {
            return;
        }
        int asked = port;
        QueryServer server = life.hold(() -> {
            QueryServer opened = new QueryServer(HttpSettings.on(QueryServer.LOOPBACK), system.sources());
            opened.start(asked);
            return opened;
        });
        out.printf("page     http://127.0.0.1:%d/%n", server.port());
        out.printf("API      http://127.0.0.1:%d/api/v1/%n", server.port());
        out.printf("metrics  http://127.0.0.1:%d/metrics%n", server.port());
        out.flush();
    }

    /** The parser's own words: around any other exception picocli puts the names of Java types. */
    static final class SpeedConverter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return Speed.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
