package org.tidemark.standalone.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.streams.app.MonitorSettings;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Topics;

/**
 * How to run a {@link LocalSystem}.
 *
 * @param dataDir holds everything that is kept
 * @param kafkaPort for clients of the broker; 0 takes a free one
 * @param threads of the topologies
 * @param live whether figures are believed as they come, so that none may be of the future, and not history played
 * @param commitIntervalMs between two transactions of the topologies, in milliseconds: the least delay from a figure to
 *     its estimate
 * @param advertised where other monitors reach this one, as host:port; null when none ever asks it
 */
public record SystemSettings(
        Path dataDir,
        int kafkaPort,
        Topics topics,
        StoreKind stores,
        int threads,
        Catalogue catalogue,
        boolean live,
        int commitIntervalMs,
        @Nullable String advertised) {
    private static final int COMMIT_INTERVAL_UNWATCHED_MS = 500;

    /** A live one that no other monitor asks. */
    public SystemSettings(
            Path dataDir, int kafkaPort, Topics topics, StoreKind stores, int threads, Catalogue catalogue) {
        this(dataDir, kafkaPort, topics, stores, threads, catalogue, true);
    }

    /** One that no other monitor asks. Nobody waits for single figures of a history that is played. */
    public SystemSettings(
            Path dataDir,
            int kafkaPort,
            Topics topics,
            StoreKind stores,
            int threads,
            Catalogue catalogue,
            boolean live) {
        this(
                dataDir,
                kafkaPort,
                topics,
                stores,
                threads,
                catalogue,
                live,
                live ? MonitorSettings.COMMIT_INTERVAL_DEFAULT_MS : COMMIT_INTERVAL_UNWATCHED_MS,
                null);
    }

    /** The same, reached by other monitors at an address. */
    public SystemSettings advertisedAt(String address) {
        return new SystemSettings(
                dataDir, kafkaPort, topics, stores, threads, catalogue, live, commitIntervalMs, address);
    }

    /** The same where nobody reads before everything is processed: fewer, larger transactions cost less. */
    public SystemSettings unwatched() {
        return new SystemSettings(
                dataDir, kafkaPort, topics, stores, threads, catalogue, live, COMMIT_INTERVAL_UNWATCHED_MS, advertised);
    }
}
