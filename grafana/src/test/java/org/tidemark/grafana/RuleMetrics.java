package org.tidemark.grafana;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A second target, which says of one alert what the test wants: to be raised and over takes releases otherwise. */
final class RuleMetrics implements AutoCloseable {
    private static final int OK = 200;
    private static final String CELL =
            "rule=\"%s\",economy=\"US\",sector=\"TOTAL\",concept=\"firms.goods_services\",subject=\"\"";

    private final HttpServer server;
    private volatile boolean active = true;

    private RuleMetrics(HttpServer server) {
        this.server = server;
    }

    static RuleMetrics start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuleMetrics metrics = new RuleMetrics(server);
        server.createContext("/metrics", metrics::answer);
        server.start();
        return metrics;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = Rule.all().values().stream()
                    .map(this::lines)
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            exchange.sendResponseHeaders(OK, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String lines(Rule rule) {
        String cell = CELL.formatted(rule.id());
        String kind = ",severity=\"%s\",audience=\"%s\"".formatted(rule.severity(), rule.audience());
        StringBuilder lines = new StringBuilder();
        lines.append("tidemark_alert_active{%s%s} %d%n".formatted(cell, kind, active ? 1 : 0));
        lines.append("tidemark_alert_probability_ratio{%s} %s%n".formatted(cell, active ? 0.97 : 0.1));
        lines.append("tidemark_alert_raised_timestamp_seconds{%s} 1.75e9%n".formatted(cell));
        String of = "{rule=\"%s\"}".formatted(rule.id());
        rule.threshold().ifPresent(t -> lines.append("tidemark_rule_threshold%s %s%n".formatted(of, t)));
        lines.append("tidemark_rule_raise_ratio%s %s%n".formatted(of, rule.raise()));
        lines.append("tidemark_rule_clear_ratio%s %s%n".formatted(of, rule.clear()));
        lines.append("tidemark_rule_false_alarms_per_month%s 0.01%n".formatted(of));
        return lines.toString();
    }

    void clear() {
        active = false;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
