package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.metrics.MonitorMetrics;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.streams.state.RebalanceAwareStore;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.wire.Codecs;

/** A rebalance may close a store in the middle of an answer. */
class HalfAnAnswerTest {
    private static final int CELLS = 5_000;
    private static final String ESTIMATES = "/api/v1/estimates?format=";

    private static final class Well implements HealthCheck {
        @Override
        public Health live() {
            return new Health(true, "");
        }

        @Override
        public Health ready() {
            return live();
        }
    }

    private static FilledStores filled() {
        FilledStores stores = new FilledStores();
        for (int i = 0; i < CELLS; i++) {
            stores.put(FilledStores.estimate("AREA" + i, "TOTAL", "2024-05-31", 20, 5));
        }
        return stores;
    }

    /** Stores whose iterators fail once so many steps have been made through all of them. */
    @SuppressWarnings("unchecked") // a proxy of the very interface
    private static StoreAccess failingAfter(int steps, FilledStores stores) {
        AtomicInteger made = new AtomicInteger();
        Runnable step = () -> {
            if (made.incrementAndGet() > steps) {
                throw new InvalidStateStoreException("store is closed");
            }
        };
        return name -> new RebalanceAwareStore(name, (ReadOnlyKeyValueStore<Bytes, byte[]>)
                failing(ReadOnlyKeyValueStore.class, stores.store(name), step));
    }

    private static Object failing(Class<?> type, Object target, Runnable step) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("next")) {
                step.run();
            }
            Object result = method.invoke(target, args);
            return result instanceof KeyValueIterator<?, ?> ? failing(KeyValueIterator.class, result, step) : result;
        });
    }

    private static HttpResponse<String> ask(StoreAccess stores, String path) throws Exception {
        try (MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), 1_000);
                QueryServer server = new QueryServer(
                        HttpSettings.on(QueryServer.LOOPBACK),
                        new QuerySources(
                                stores,
                                ShippedCatalogue.with(List.of()),
                                Codecs.singleObject(),
                                new Well(),
                                metrics))) {
            server.start(0);
            metrics.read(stores);
            URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "arrow", "sdmx-csv"})
    void aStoreThatClosesWhileItIsReadIsA503(String format) throws Exception {
        StoreAccess stores = failingAfter(CELLS - 1, filled());

        HttpResponse<String> answer = ask(stores, ESTIMATES + format);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("store estimates is being restored or moved; ask again in some seconds");
        assertThat(answer.headers().firstValue("etag")).isEmpty();
    }

    @Test
    void aScrapeThatMeetsAClosedStoreSaysSoAndShowsNoneOfTheEstimates() throws Exception {
        HttpResponse<String> whole = ask(filled(), "/metrics");
        HttpResponse<String> half = ask(failingAfter(CELLS / 2, filled()), "/metrics");

        assertThat(whole.body()).contains("tidemark_stores_readable 1.0").contains("economy=\"AREA1\"");
        assertThat(half.statusCode()).isEqualTo(200);
        assertThat(half.body()).contains("tidemark_stores_readable 0.0").doesNotContain("economy=");
    }
}
