package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.producers.load.Formats;

/** Of two watches with archives of their own one asks; the next knows what that one had. */
class TwoWatchesTest {
    private static final String FIRST = "date,jobcountry,AI_share_postings\n2024-01-01,US,1.5\n2024-01-02,US,1.6\n";
    private static final String SECOND = FIRST + "2024-01-03,US,1.7\n";
    private static final Instant START = Instant.parse("2026-11-30T10:05:06Z");

    @TempDir
    private Path dir = Path.of("");

    private final Stage stage = new Stage();
    private final Map<String, SharedAnswer> notes = new HashMap<>();
    private final List<String> published = new ArrayList<>();
    private String holder = "a";

    @AfterEach
    void close() {
        stage.close();
    }

    private final class Shared implements Lease {
        private final String who;

        Shared(String who) {
            this.who = who;
        }

        @Override
        public boolean isHeld() {
            return holder.equals(who);
        }

        @Override
        public Optional<SharedAnswer> known(String endpoint) {
            return Optional.ofNullable(notes.get(endpoint));
        }

        @Override
        public void write(String endpoint, SharedAnswer answer) throws IOException {
            if (!isHeld()) {
                throw new IOException("another watch of the cluster asks now");
            }
            // As they are read again.
            notes.put(endpoint, SharedAnswer.of(answer.values()));
        }
    }

    private Watch watch(String who, Instant now, FetchPublisher publisher) throws IOException {
        String entry =
                "endpoints:\n  one: {source: INDEED_AI_POSTINGS, address: '%s', file: a.csv, every: P1D, pause: PT0S, documentation: d, checked: 2026-11-30}\n"
                        .formatted(stage.address("/a"));
        Catalogue catalogue = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", entry)));
        Endpoint one = Objects.requireNonNull(catalogue.endpoints().get("one"));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Watch(
                List.of(one),
                new Fetcher("tidemark-test (test@example.org)", AskingLimits.DEFAULT, new Keys(Map.of()), true, clock),
                new Archive(dir.resolve(who), 1 << 20),
                new Shared(who),
                Formats.all(catalogue),
                publisher,
                new WatchListener() {
                    @Override
                    public void received(Endpoint endpoint, Path file, long figures, Instant at) {}

                    @Override
                    public void unchanged(Endpoint endpoint, Instant at) {}

                    @Override
                    public void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again) {}
                },
                clock,
                () -> 0);
    }

    private void publish(Path file) {
        published.add(String.valueOf(Objects.requireNonNull(file.getParent()).getFileName()));
    }

    @Test
    @DisplayName("who stands by asks nobody; who takes over asks no sooner, with the version that the other had")
    void whoTakesOverKnowsWhatTheOtherHad() throws Exception {
        stage.script("/a", Stage.file(FIRST, "ETag", "\"1\""), Stage.status(304), Stage.file(SECOND, "ETag", "\"2\""));
        Watch standby = watch("b", START, this::publish);

        watch("a", START, this::publish).round();
        standby.round();
        assertThat(standby.standsBy()).isTrue();
        holder = "b";
        watch("b", START.plus(Duration.ofHours(1)), this::publish).round();
        assertThat(stage.asked()).hasSize(1);
        watch("b", START.plus(Duration.ofDays(1)), this::publish).round();
        watch("b", START.plus(Duration.ofDays(2)), this::publish).round();

        assertThat(stage.asked()).hasSize(3);
        assertThat(stage.asked().get(1).header("If-None-Match")).isEqualTo("\"1\"");
        assertThat(published).hasSize(2);
        assertThat(published.get(0)).startsWith("2026-11-30T10-05-06Z-");
        assertThat(published.get(1)).startsWith("2026-12-02T10-05-06Z-");
    }

    @Test
    @DisplayName("what one died over is published by the next as the same thing: received when the first received it")
    void whatOneDiedOverIsTheSameThing() throws Exception {
        stage.script("/a", Stage.file(FIRST, "ETag", "\"1\""));
        watch("a", START, file -> {
                    publish(file);
                    throw new IOException("killed");
                })
                .round();
        holder = "b";
        watch("b", START.plus(Duration.ofMinutes(5)), this::publish).round();
        holder = "a";
        watch("a", START.plus(Duration.ofMinutes(9)), this::publish).round();

        // The same folder, so the same load: the loader passes over what is whole and completes what is not.
        assertThat(published).hasSize(3).containsOnly(published.get(0));
        assertThat(notes.get("one")).isNotNull().satisfies(note -> assertThat(note.published())
                .isTrue());
    }

    @Test
    @DisplayName("one that was only thought dead publishes nothing")
    void oneThatWasOnlyThoughtDead() throws Exception {
        stage.script("/a", exchange -> {
            // While it waits for its answer another is given the lease.
            holder = "b";
            Stage.file(FIRST).say(exchange);
        });
        Watch late = watch("a", START, this::publish);

        assertThatThrownBy(late::round).isInstanceOf(IOException.class).hasMessageContaining("another watch");

        assertThat(published).isEmpty();
        try (var kept = Files.list(dir.resolve("a/one"))) {
            assertThat(kept.filter(file -> !String.valueOf(file.getFileName()).startsWith(".")))
                    .isEmpty();
        }
    }
}
