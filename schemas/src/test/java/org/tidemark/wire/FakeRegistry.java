package org.tidemark.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** As much of a registry's API as we use, in memory, with faults on demand. The real one is tested in standalone. */
final class FakeRegistry implements AutoCloseable {
    static {
        // Otherwise each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** An answer in place of the right one. */
    record Canned(int status, String body) {}

    private final ObjectMapper json = new ObjectMapper();
    private volatile int firstId = 1;
    private final HttpServer server;
    private final List<String> ids = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> subjects = new ConcurrentHashMap<>();
    private final Map<String, String> compatibility = new ConcurrentHashMap<>();
    private final Deque<Canned> canned = new ConcurrentLinkedDeque<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    volatile @Nullable Canned always;
    /** Where the API is: what lies elsewhere is not there. */
    volatile String path = SchemaRegistry.APICURIO_PATH;

    private FakeRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    static FakeRegistry start() throws IOException {
        return new FakeRegistry(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    SchemaRegistry registry() {
        return registry("");
    }

    /** At an address with something behind the port. */
    SchemaRegistry registry(String behind) {
        SchemaRegistry.Patience short3 =
                new SchemaRegistry.Patience(3, Duration.ofMillis(1), SchemaRegistry.Patience.DEFAULT.answerWithin());
        return SchemaRegistry.at(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + behind))
                .withPatience(short3);
    }

    void next(int status, String body) {
        canned.add(new Canned(status, body));
    }

    /** The id of a schema that somebody else has registered. */
    int registered(String subject, String schema) {
        return add(subject, schema);
    }

    Map<String, List<String>> subjects() {
        return subjects;
    }

    Map<String, String> compatibility() {
        return compatibility;
    }

    /** As one that is made anew: it has forgotten everything, and gives ids from another number on. */
    void makeAnew(int first) {
        ids.clear();
        subjects.clear();
        firstId = first;
    }

    private synchronized int add(String subject, String schema) {
        if (!ids.contains(schema)) {
            ids.add(schema);
        }
        List<String> versions = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
        if (!versions.contains(schema)) {
            versions.add(schema);
        }
        return ids.indexOf(schema) + firstId;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        this.asked.add(exchange.getRequestMethod() + " " + asked);
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        Canned instead = canned.poll();
        if (instead == null) {
            instead = always;
        }
        Canned answer = instead == null ? answer(exchange.getRequestMethod(), asked, body) : instead;
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Canned answer(String method, String asked, String body) throws IOException {
        return asked.startsWith(path + "/") && !asked.substring(path.length()).startsWith("/apis/")
                ? answer(
                        method,
                        (SchemaRegistry.APICURIO_PATH + asked.substring(path.length()))
                                .substring(1)
                                .split("/", -1),
                        body)
                : new Canned(404, "{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}");
    }

    /** The path is /apis/ccompat/v7/WHAT/NAME... */
    private Canned answer(String method, String[] path, String body) throws IOException {
        JsonNode asking = body.isEmpty() ? JsonNodeFactory.instance.objectNode() : json.readTree(body);
        String name = path[4];
        if (path[3].equals("config")) {
            if (method.equals("PUT")) {
                compatibility.put(name, asking.path("compatibility").asText());
            }
            return good(node().put("compatibilityLevel", compatibility.get(name)));
        }
        String schema = asking.path("schema").asText();
        if (path[3].equals("schemas")) {
            int id = Integer.parseInt(path[5]) - firstId;
            return id < 0 || id >= ids.size() ? missing(40403) : good(node().put("schema", ids.get(id)));
        }
        if (path.length > 5) {
            return good(node().put("id", add(name, schema)));
        }
        List<String> versions = subjects.get(name);
        if (versions == null) {
            return missing(40401);
        }
        return versions.contains(schema) ? good(node().put("id", ids.indexOf(schema) + firstId)) : missing(40403);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Canned good(ObjectNode node) {
        return new Canned(200, node.toString());
    }

    private static Canned missing(int code) {
        return new Canned(404, node().put("error_code", code).toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
