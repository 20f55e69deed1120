package org.tidemark.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.tidemark.api.http.HttpSettings;
import org.tidemark.api.http.Tokens;
import org.tidemark.api.query.QueryServer;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.quarantine.Quarantine;
import org.tidemark.standalone.run.LocalSystem;

/**
 * The page in a browser, on a whole system that has loaded the shipped figures and takes decisions from one person.
 *
 * @param root where it is served
 */
record OpenPage(TestSystem system, QueryServer server, Browser browser, String root) implements AutoCloseable {
    /** Of who may decide. */
    static final String TOKEN = "a-token-that-is-long-enough-to-be-one";

    private static final String SHIPPED = "/org/tidemark/standalone/run/reference-figures.csv";

    static OpenPage on(Path dir) throws Exception {
        TestSystem system = TestSystem.own(dir.resolve("data"));
        Path shipped = dir.resolve("reference-figures.csv");
        try (InputStream in = Objects.requireNonNull(OpenPage.class.getResourceAsStream(SHIPPED))) {
            Files.copy(in, shipped);
        }
        system.load(shipped);
        LocalSystem local = system.system();
        Tokens tokens = Tokens.in(Files.writeString(dir.resolve("tokens"), "Ada Lovelace:" + TOKEN + "\n"));
        QueryServer server = new QueryServer(
                HttpSettings.on(QueryServer.LOOPBACK).withTokens(tokens),
                local.sources(),
                new Quarantine(local.connection(), local.topics(), local.codecs()).desk(Clock.systemUTC()));
        server.start(0);
        String root = "http://127.0.0.1:%d/".formatted(server.port());
        Browser browser = new Browser();
        browser.open(root);
        browser.view("#/");
        return new OpenPage(system, server, browser, root);
    }

    /** What the API answers to a question. */
    static JsonNode ask(String root, String question) throws IOException, InterruptedException {
        URI uri = URI.create(root + "api/v1/" + question);
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                        .body());
    }

    @Override
    public void close() {
        browser.close();
        server.close();
        system.close();
    }
}
