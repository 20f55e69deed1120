package org.tidemark.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests to a registry: bounded in time, in size and in number. All of them may be repeated without harm. */
final class RegistryHttp {
    private static final int NOT_FOUND = 404;
    private static final Pattern OF_A_REGISTRY = Pattern.compile("\"error_code\"\\s*:\\s*404\\d\\d\\b");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    /** What came back. */
    record Answer(int status, String body) {}

    private final SchemaRegistry registry;
    private final HttpClient client;
    private @Nullable URI found;

    RegistryHttp(SchemaRegistry registry) {
        this.registry = registry;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(registry.patience().answerWithin())
                .build();
    }

    Answer get(String path) {
        return answer(path, HttpRequest.Builder::GET);
    }

    Answer post(String path, String body) {
        return answer(path, request -> request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return answer(path, request -> request.PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Asks where the API has been found; before that, wherever it may be, until one answers that is a registry. */
    private synchronized Answer answer(String path, UnaryOperator<HttpRequest.Builder> method) {
        URI known = found;
        List<URI> addresses = known == null ? registry.addresses() : List.of(known);
        Answer first = null;
        for (URI base : addresses) {
            Answer answer = answer(method.apply(request(base, path)));
            if (!isNoSuchPage(answer)) {
                found = base;
                return answer;
            }
            first = first == null ? answer : first;
        }
        return Objects.requireNonNull(first, "there is at least one address");
    }

    /** A page that is not there: a registry's own 404 has a code of five digits. */
    private static boolean isNoSuchPage(Answer answer) {
        return answer.status() == NOT_FOUND
                && !OF_A_REGISTRY.matcher(answer.body()).find();
    }

    private HttpRequest.Builder request(URI base, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base.toString().replaceAll("/+$", "") + path))
                .timeout(registry.patience().answerWithin())
                .header("Accept", JSON + ", application/json")
                .header("Content-Type", JSON);
        if (registry.authorization() != null) {
            request.header("Authorization", registry.authorization());
        }
        return request;
    }

    private Answer answer(HttpRequest.Builder request) {
        HttpRequest asked = request.build();
        Duration pause = registry.patience().firstPause();
        for (int left = registry.patience().tries() - 1; ; left--) {
            try {
                Answer answer = once(asked);
                if (answer.status() < SERVER_ERROR && answer.status() != TOO_MANY_REQUESTS) {
                    return answer;
                }
                throw new IOException("HTTP " + answer.status());
            } catch (IOException e) {
                if (left == 0) {
                    throw silent(e);
                }
            }
            pause(registry, pause);
            pause = pause.multipliedBy(2);
        }
    }

    /** The time that an answer may take is that of all of it: a server may begin one and never end it. */
    private Answer once(HttpRequest asked) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(asked, head -> new BoundedBody());
        try {
            HttpResponse<byte[]> response =
                    coming.get(registry.patience().answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (ExecutionException e) {
            throw new IOException(firstLine(e.getCause() == null ? e : e.getCause()), e);
        } catch (TimeoutException e) {
            boolean unused = coming.cancel(true);
            throw new IOException(
                    "no whole answer within %d ms"
                            .formatted(registry.patience().answerWithin().toMillis()),
                    e);
        } catch (InterruptedException e) {
            throw interrupted(registry, e);
        }
    }

    private static String firstLine(Throwable e) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(m -> m.lines().findFirst())
                .orElse(e.getClass().getSimpleName());
    }

    static void pause(SchemaRegistry registry, Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(registry, e);
        }
    }

    private static RegistryException interrupted(SchemaRegistry registry, InterruptedException e) {
        Thread.currentThread().interrupt();
        return RegistryException.unavailable("interrupted while waiting for the registry at " + registry, e);
    }

    private RegistryException silent(IOException e) {
        return RegistryException.unavailable(
                "no schema registry answers at %s after %d tries (%s); start it, or check the address"
                        .formatted(registry, registry.patience().tries(), firstLine(e)),
                e);
    }
}
