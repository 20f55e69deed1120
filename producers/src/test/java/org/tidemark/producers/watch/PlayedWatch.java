package org.tidemark.producers.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.load.Formats;

/** A watch of one endpoint of a played publisher, at whatever instant, each time as a run that begins anew. */
final class PlayedWatch {
    static final Instant START = Instant.parse("2026-11-30T10:05:06Z");
    private static final AskingLimits LIMITS = new AskingLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(5), 0, Duration.ofMillis(1), Duration.ofMillis(2));

    final List<String> told = new ArrayList<>();
    final List<String> published = new ArrayList<>();
    private final Path archive;
    private final Catalogue catalogue;
    private Instant now = START;

    /**
     * Makes one.
     *
     * @param yaml fields of the endpoint but for documentation, checked and every
     */
    PlayedWatch(Path archive, String yaml) {
        this.archive = archive;
        String entry = "endpoints:\n  one: {%s, every: P1D, pause: PT10S, documentation: d, checked: 2026-11-30}\n"
                .formatted(yaml);
        this.catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", entry)));
    }

    private Endpoint endpoint() {
        return Objects.requireNonNull(catalogue.endpoints().get("one"));
    }

    Instant now() {
        return now;
    }

    /** Asks until nothing is due for an hour, and then waits until something is. */
    void day() throws IOException {
        while (true) {
            Instant next = round();
            boolean over = Duration.between(now, next).compareTo(Duration.ofHours(1)) > 0;
            now = next;
            if (over) {
                return;
            }
        }
    }

    private Instant round() throws IOException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Watch(
                        List.of(endpoint()),
                        new Fetcher("tidemark-test (test@example.org)", LIMITS, new Keys(Map.of()), true, clock),
                        new Archive(archive, 1 << 24),
                        Formats.all(catalogue),
                        file -> published.add(String.valueOf(archive.relativize(file))),
                        new Teller(),
                        clock,
                        () -> 0)
                .round();
    }

    /** Files that are kept, by their place in the archive. */
    List<Path> kept() throws IOException {
        try (Stream<Path> all = Files.walk(archive)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !archive.relativize(file).toString().contains("/."))
                    .sorted()
                    .toList();
        }
    }

    private final class Teller implements WatchListener {
        @Override
        public void received(Endpoint endpoint, Path file, long figures, Instant at) {
            told.add("received " + figures);
        }

        @Override
        public void unchanged(Endpoint endpoint, Instant at) {
            told.add("unchanged");
        }

        @Override
        public void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again) {
            told.add(reason + " " + detail);
        }
    }
}
