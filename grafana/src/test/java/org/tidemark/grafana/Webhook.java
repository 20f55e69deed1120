package org.tidemark.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Receives what Alertmanager delivers; each receiver has a path of its own name. */
final class Webhook implements AutoCloseable {
    private static final int OK = 200;

    private final HttpServer server;
    private final List<Delivered> delivered = new CopyOnWriteArrayList<>();

    /** One alert in one message. */
    record Delivered(String receiver, JsonNode alert) {
        boolean is(String alertname, String status) {
            return alert.at("/labels/alertname").asText().equals(alertname)
                    && alert.path("status").asText().equals(status);
        }
    }

    private Webhook(HttpServer server) {
        this.server = server;
    }

    static Webhook start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Webhook webhook = new Webhook(server);
        server.createContext("/", webhook::take);
        server.start();
        return webhook;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String receiver = exchange.getRequestURI().getPath().substring(1);
            Place.json(body).path("alerts").forEach(alert -> delivered.add(new Delivered(receiver, alert)));
            exchange.sendResponseHeaders(OK, -1);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What has come to a receiver of an alert in a status: {@code firing} or {@code resolved}. */
    List<JsonNode> of(String receiver, String alertname, String status) {
        return delivered.stream()
                .filter(one -> one.receiver().equals(receiver) && one.is(alertname, status))
                .map(Delivered::alert)
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
