package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.Tokens;
import org.tidemark.api.query.PushDesk;
import org.tidemark.api.query.QueryServer;
import org.tidemark.it.Figures;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.push.Pushing;
import org.tidemark.wire.Codecs;

/** A monitor that takes pushes, and who sends them. */
final class Pushes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path dir;

    /** Keeps tokens and archives under a folder. */
    Pushes(Path dir) {
        this.dir = dir;
    }

    /** With an archive of that name, or with none where it is empty. */
    Pushing pushing(TestSystem system, String archive, long archiveBytes) throws IOException {
        Path kept = archive.isEmpty() ? null : dir.resolve(archive);
        return new Pushing(
                system.connection(),
                system.topics(),
                Codecs.singleObject(),
                TestSystem.CATALOGUE,
                kept,
                archiveBytes,
                Clock.systemUTC());
    }

    QueryServer serve(TestSystem system, PushDesk desk) throws IOException {
        Path tokens = Files.writeString(dir.resolve("tokens"), "feed:s3cret\n");
        QueryServer server = new QueryServer(
                HttpSettings.on(QueryServer.LOOPBACK).withPushers(Tokens.in(tokens)),
                system.system().sources().withPushes(desk));
        server.start(0);
        return server;
    }

    HttpResponse<String> post(QueryServer server, String key, String type, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/observations"))
                        .header("Authorization", "Bearer s3cret")
                        .header("Content-Type", type)
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    String taken(QueryServer server, String key, String type, String body) throws Exception {
        HttpResponse<String> answer = post(server, key, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).get("release").textValue();
    }

    JsonNode told(QueryServer server, String id) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/releases/" + id))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpClient http() {
        return http;
    }

    static String csv(List<String> rows) {
        return Figures.HEADER + "\n" + String.join("\n", rows) + "\n";
    }
}
