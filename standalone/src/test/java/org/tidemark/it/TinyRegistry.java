package org.tidemark.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A registry in memory at the root of its address, as Confluent's has it; it can be made anew. */
public final class TinyRegistry implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, List<String>> subjects = new ConcurrentHashMap<>();
    private List<String> idsBefore = List.of();
    private Map<String, List<String>> subjectsBefore = Map.of();
    private final List<String> authorizations = new ArrayList<>();
    private int first = 100_001;
    private String demanded = "";

    private TinyRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    public static TinyRegistry start() throws IOException {
        return new TinyRegistry(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** Without anything behind the port. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on only who has these credentials is answered. */
    public synchronized void demand(String userAndPassword) {
        demanded = "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    /** What was sent as credentials, in order. */
    public synchronized List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    /** Forgets everything, and gives ids from another number on. */
    public synchronized void makeAnew(int from) {
        idsBefore = List.copyOf(ids);
        subjectsBefore = Map.copyOf(subjects);
        ids.clear();
        subjects.clear();
        first = from;
    }

    /** Has again what it had before it was made anew. */
    public synchronized void restore(int from) {
        ids.clear();
        ids.addAll(idsBefore);
        subjects.clear();
        subjects.putAll(subjectsBefore);
        first = from;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        authorizations.add(sent == null ? "" : sent);
        if (!demanded.isEmpty() && !demanded.equals(sent)) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
        String schema = body.isEmpty() ? "" : json.readTree(body).path("schema").asText();
        String answer =
                switch (path[0]) {
                    case "config" -> "{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}";
                    case "schemas" -> schema(Integer.parseInt(path[2]) - first);
                    case "subjects" -> path.length > 2 ? added(path[1], schema) : found(path[1], schema);
                    default -> "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}";
                };
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.contains("error_code") ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String schema(int index) {
        return index < 0 || index >= ids.size()
                ? "{\"error_code\":40403}"
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("schema", ids.get(index))
                        .toString();
    }

    private String added(String subject, String schema) {
        if (!ids.contains(schema)) {
            ids.add(schema);
        }
        subjects.computeIfAbsent(subject, s -> new ArrayList<>()).add(schema);
        return found(subject, schema);
    }

    private String found(String subject, String schema) {
        return subjects.getOrDefault(subject, List.of()).contains(schema)
                ? "{\"id\":%d}".formatted(first + ids.indexOf(schema))
                : "{\"error_code\":40403}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
