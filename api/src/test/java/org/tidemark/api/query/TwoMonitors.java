package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.api.peer.PeerLimits;
import org.tidemark.engine.store.StorePlace;
import org.tidemark.streams.peer.Holder;
import org.tidemark.streams.peer.PeerAddress;
import org.tidemark.streams.peer.Peers;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.streams.state.Part;
import org.tidemark.streams.state.StoreAccess;

/** Two monitors of which each has a part, and one that has everything, for tests of what they say together. */
final class TwoMonitors implements AutoCloseable {
    static final Part SECOND = new Part(StorePlace.ECONOMIES, 1);
    static final Duration LONG = Duration.ofSeconds(30);
    static final PeerLimits PATIENT = new PeerLimits(LONG, LONG, LONG, LONG);

    private static final Part FIRST = new Part(StorePlace.ECONOMIES, 0);
    private static final Part PANELS = new Part(StorePlace.PANELS, 0);
    private static final List<String> OF_FIRST = List.of("AT", "DE", "US");
    private static final List<String> OF_SECOND = List.of("CN", "FR");

    final QueryFixture whole = new QueryFixture();
    private final FilledStores firstStores = new FilledStores();
    final FilledStores secondStores = new FilledStores();
    final Some first = new Some("ours", firstStores, FIRST, PANELS);
    final Some second = new Some("ours", secondStores, SECOND);
    QueryFixture asked = new QueryFixture(first, new PeerClient(PATIENT));
    final QueryFixture other = new QueryFixture(second, new PeerClient(PATIENT));

    TwoMonitors() {
        OF_FIRST.forEach(economy -> put(economy, firstStores));
        OF_SECOND.forEach(economy -> put(economy, secondStores));
        first.elsewhere.put(SECOND, addressOf(other));
        second.elsewhere.put(FIRST, addressOf(asked));
        second.elsewhere.put(PANELS, addressOf(asked));
    }

    @Override
    public void close() {
        whole.close();
        asked.close();
        other.close();
    }

    private void put(String economy, FilledStores stores) {
        for (String day : List.of("2024-05-31", "2024-06-30")) {
            stores.put(FilledStores.estimate(economy, "TOTAL", day, 20, 5));
            whole.stores.put(FilledStores.estimate(economy, "TOTAL", day, 20, 5));
        }
    }

    static PeerAddress addressOf(QueryFixture fixture) {
        return new PeerAddress("127.0.0.1", fixture.server.port());
    }

    /** A monitor that has some parts. */
    static final class Some implements Peers {
        private final String application;
        private final StoreAccess stores;
        private final List<Part> here;
        final Map<Part, PeerAddress> elsewhere = new HashMap<>();
        boolean moving;

        Some(String application, StoreAccess stores, Part... here) {
            this.application = application;
            this.stores = stores;
            this.here = List.of(here);
        }

        @Override
        public String application() {
            return application;
        }

        @Override
        public List<Holder> holders() {
            return List.of(FIRST, SECOND, PANELS).stream()
                    .map(part -> new Holder(part, here.contains(part), elsewhere.get(part)))
                    .toList();
        }

        @Override
        public int partitionOf(String economy) {
            return OF_FIRST.contains(economy) ? 0 : 1;
        }

        @Override
        public boolean isReadable(Part part) {
            return here.contains(part) && !moving;
        }

        @Override
        public StoreAccess stores(Collection<Part> parts) {
            return stores;
        }
    }

    /** From now on the first waits no longer than this. */
    void waitNoLongerThan(PeerLimits limits) {
        asked.close();
        asked = new QueryFixture(first, new PeerClient(limits));
    }

    JsonNode partial(String path) throws IOException {
        var answer = asked.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(206);
        assertThat(answer.headers().firstValue("X-Partial")).contains("true");
        JsonNode json = new ObjectMapper().readTree(answer.body());
        assertThat(json.get("partial").booleanValue()).isTrue();
        assertThat(json.get("missing")).hasSize(1);
        assertThat(json.get("missing").get(0).get("part").textValue()).isEqualTo("economies/1");
        return json;
    }

    /** Where the first believes the second part to be. */
    String second() {
        return Objects.requireNonNull(first.elsewhere.get(SECOND)).written();
    }

    void requireThatTheOtherIsSaidTo(String why) throws IOException {
        JsonNode json = partial("/api/v1/estimates");
        assertThat(json.get("estimates").findValuesAsText("economy")).containsExactlyElementsOf(OF_FIRST);
        assertThat(json.get("missing").get(0).get("why").textValue()).isEqualTo(why);
        assertThat(json.get("missing").get(0).get("monitor").textValue()).isEqualTo(second());
        var csv = asked.get("/api/v1/estimates?format=csv");
        assertThat(csv.statusCode()).isEqualTo(206);
        assertThat(csv.headers().firstValue("X-Missing")).contains("economies/1 at %s: %s".formatted(second(), why));
        assertThat(csv.body()).startsWith("as_of,").doesNotContain("#");
        var gone = asked.get("/api/v1/estimates?economy=FR");
        assertThat(gone.statusCode()).isEqualTo(503);
        assertThat(gone.headers().firstValue("Retry-After")).isPresent();
        assertThat(gone.body()).contains("economy FR: economies/1 at ", why);
        assertThat(asked.get("/api/v1/estimates?economy=DE").statusCode()).isEqualTo(200);
    }
}
