package org.tidemark.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveEventsTest {
    private final Script script = new Script();
    private final LiveEvents events = new LiveEvents(script, Object::toString, Object::toString);
    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.routes.get("/events", events);
            })
            .start("127.0.0.1", 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        events.close();
        script.say(listener -> {});
        server.stop();
    }

    @Test
    @DisplayName("who listens is greeted once everything is told, and then told what is said")
    void whoListensIsTold() throws Exception {
        try (BufferedReader lines = listen()) {
            assertThat(lines.readLine()).isEqualTo("event: hello");
            script.say(listener -> listener.estimated(Set.of("DK"), 3));

            assertThat(next(lines, "event:")).isEqualTo("event: changed");
            assertThat(next(lines, "data:")).contains("DK", "3");
        }
    }

    @Test
    @DisplayName("who comes later is greeted at once, and all are told the same")
    void allAreToldTheSame() throws Exception {
        try (BufferedReader first = listen()) {
            assertThat(next(first, "event:")).isEqualTo("event: hello");
            try (BufferedReader second = listen()) {
                assertThat(next(second, "event:")).isEqualTo("event: hello");
                script.say(listener -> listener.estimated(Set.of("FI"), 1));

                assertThat(next(first, "event:")).isEqualTo("event: changed");
                assertThat(next(second, "event:")).isEqualTo("event: changed");
            }
        }
        assertThat(script.begun.availablePermits()).isEqualTo(1);
    }

    @Test
    @DisplayName("who listens beyond the bound is told 503, and to ask again")
    void listenersAreBounded() throws Exception {
        List<BufferedReader> all = new ArrayList<>();
        for (int i = 0; i < LiveEvents.CLIENTS_MAX; i++) {
            BufferedReader lines = listen();
            assertThat(next(lines, "event:")).isEqualTo("event: hello");
            all.add(lines);
        }

        HttpResponse<InputStream> more = ask("text/event-stream");

        assertThat(more.statusCode()).isEqualTo(503);
        assertThat(more.headers().firstValue("retry-after")).isPresent();
        for (BufferedReader lines : all) {
            lines.close();
        }
    }

    @Test
    @DisplayName("a failed reader ends the answers, and the next who asks begins another")
    void aFailureIsNoEnd() throws Exception {
        try (BufferedReader lines = listen()) {
            assertThat(next(lines, "event:")).isEqualTo("event: hello");
            script.say(listener -> {
                throw new IllegalStateException("the broker is away");
            });
            String line = "";
            while (line != null) {
                line = lines.readLine();
            }
        }
        try (BufferedReader again = listen()) {
            assertThat(next(again, "event:")).isEqualTo("event: hello");
        }
    }

    @Test
    @DisplayName("who takes no event stream is told so")
    void othersAreTold() throws Exception {
        assertThat(ask("application/json").statusCode()).isEqualTo(406);
    }

    private BufferedReader listen() throws IOException, InterruptedException {
        HttpResponse<InputStream> response = ask("text/event-stream");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private HttpResponse<InputStream> ask(String accept) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d/events".formatted(server.port()));
        return client.send(HttpRequest.newBuilder(uri).header("Accept", accept).build(), BodyHandlers.ofInputStream());
    }

    private static String next(BufferedReader lines, String beginning) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith(beginning)) {
            line = lines.readLine();
        }
        return line;
    }

    /** Says what a test tells it to. */
    private static final class Script implements Arrivals {
        private final Semaphore begun = new Semaphore(0);
        private final BlockingQueue<Consumer<Listener>> said = new LinkedBlockingQueue<>();

        void say(Consumer<Listener> what) {
            said.add(what);
        }

        @Override
        public void follow(Listener listener, BooleanSupplier wanted) {
            begun.release();
            listener.began();
            while (wanted.getAsBoolean()) {
                try {
                    said.take().accept(listener);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                listener.passed();
            }
        }
    }
}
