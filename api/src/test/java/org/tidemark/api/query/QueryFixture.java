package org.tidemark.api.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.peer.PeerClient;
import org.tidemark.api.peer.PeerLimits;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;
import org.tidemark.streams.metrics.MonitorMetrics;
import org.tidemark.streams.peer.Peers;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.wire.Codecs;

/** A server over stores that a test fills, and somebody who asks it. */
final class QueryFixture implements AutoCloseable {
    /** The day that queries are asked on. */
    static final Clock TODAY = Clock.fixed(Instant.parse("2025-11-30T12:00:00Z"), ZoneOffset.UTC);

    final FilledStores stores = new FilledStores();
    final MonitorMetrics metrics = new MonitorMetrics(Codecs.singleObject(), 1_000);
    final QueryServer server;
    Health ready = new Health(true, "state RUNNING");

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final HealthCheck health;

    QueryFixture() {
        this(HttpSettings.on(QueryServer.LOOPBACK));
    }

    QueryFixture(HttpSettings settings) {
        this(settings, request -> List.of());
    }

    QueryFixture(HttpSettings settings, DecisionDesk desk) {
        this(settings, desk, null, new PeerClient(PeerLimits.DEFAULT));
    }

    /** One of several monitors. */
    QueryFixture(Peers peers, PeerClient client) {
        this(HttpSettings.on(QueryServer.LOOPBACK), request -> List.of(), peers, client);
    }

    /** One that takes figures. */
    QueryFixture(HttpSettings settings, PushDesk pushes) {
        this(settings, request -> List.of(), null, new PeerClient(PeerLimits.DEFAULT), pushes);
    }

    QueryFixture(HttpSettings settings, DecisionDesk desk, @Nullable Peers peers, PeerClient client) {
        this(settings, desk, peers, client, null);
    }

    private QueryFixture(
            HttpSettings settings,
            DecisionDesk desk,
            @Nullable Peers peers,
            PeerClient client,
            @Nullable PushDesk pushes) {
        health = new HealthCheck() {
            @Override
            public Health live() {
                return new Health(true, "state RUNNING");
            }

            @Override
            public Health ready() {
                return ready;
            }
        };
        server = new QueryServer(
                settings,
                new QuerySources(
                        peers == null ? Peers.alone(stores) : peers,
                        client,
                        ShippedCatalogue.with(List.of()),
                        Codecs.singleObject(),
                        health,
                        metrics,
                        TODAY,
                        null,
                        pushes),
                desk);
        server.start(0);
    }

    HealthCheck health() {
        return health;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** An answer that is no text. */
    HttpResponse<byte[]> bytes(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** An answer with rows that no monitor would make: it is held against no document. */
    HttpResponse<String> getMadeUp(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            URI uri = request.uri();
            DocumentedAnswers.require(
                    request.method(),
                    uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery(),
                    response.statusCode(),
                    response.headers().firstValue("content-encoding").isPresent()
                            ? "compressed"
                            : response.headers().firstValue("content-type").orElse(""),
                    response.body());
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.close();
        metrics.close();
    }
}
