package org.tidemark.producers.watch;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.watch.Answer.Failure;
import org.tidemark.text.PlainText;

/** Asks over HTTP: with bounds of size and time, and with patience for what may be over in a moment. */
public final class Fetcher {
    private static final int REDIRECTS_MAX = 3;
    private static final double JITTER = 0.33;
    private static final int DETAIL_MAX = 200;

    private final HttpClient client;
    private final Hosts hosts;
    private final Keys keys;
    private final String agent;
    private final AskingLimits limits;
    private final Clock clock;

    /**
     * Asks in somebody's name.
     *
     * @param agent who asks, and where he can be reached
     * @param loopback whether this machine may be asked, and without encryption: for tests
     */
    public Fetcher(String agent, AskingLimits limits, Keys keys, boolean loopback, Clock clock) {
        this.agent = agent;
        this.limits = limits;
        this.keys = keys;
        this.clock = clock;
        this.hosts = new Hosts(loopback);
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /**
     * Asks for a file, and again where it failed for what may be over; an answer is written beside {@code into}. A page of
     * HTML is none.
     */
    public Answer ask(Endpoint endpoint, Validators known, Path into) {
        Answer answer = page(endpoint, known, into);
        try {
            return answer instanceof Answer.Body body && Received.isHtml(body.body())
                    ? failure(Reason.NOT_DATA, "a page of HTML; look at the address, or whether it asks for consent")
                    : answer;
        } catch (IOException e) {
            return thrown(e);
        }
    }

    /** Asks for a page of any kind, as a list of names may be. */
    Answer page(Endpoint endpoint, Validators known, Path into) {
        RetryPolicy<Answer> patience = RetryPolicy.<Answer>builder()
                .handleResultIf(this::isWorthARepeat)
                .withMaxRetries(limits.repeats())
                .withBackoff(limits.first(), limits.most())
                .withJitter(JITTER)
                .withDelayFn(context -> wanted(context.getLastResult()))
                .build();
        return Failsafe.with(patience).get(() -> once(endpoint, known, into));
    }

    private boolean isWorthARepeat(@Nullable Answer answer) {
        return answer instanceof Failure failure && failure.reason().isPassing() && isSoon(failure.after());
    }

    private boolean isSoon(@Nullable Duration after) {
        return after == null || after.compareTo(limits.most()) <= 0;
    }

    /** How long the publisher wants to be left alone; negative lets the usual time be taken. */
    private static Duration wanted(@Nullable Answer answer) {
        Duration after = answer instanceof Failure failure ? failure.after() : null;
        return after == null ? Duration.ofNanos(-1) : after;
    }

    private Answer once(Endpoint endpoint, Validators known, Path into) {
        Endpoint.Key named = endpoint.key();
        Optional<String> key = Optional.empty();
        if (named != null) {
            key = keys.of(named);
            if (key.isEmpty()) {
                return failure(
                        Reason.NO_KEY,
                        "no secret; set %s, or %s_FILE to a file that holds it"
                                .formatted(named.variable(), named.variable()));
            }
        }
        URI first = URI.create(endpoint.address());
        URI address = first;
        for (int i = 0; i <= REDIRECTS_MAX; i++) {
            String trouble = hosts.trouble(address);
            if (!trouble.isEmpty()) {
                return failure(i == 0 ? Reason.UNREACHABLE : Reason.REDIRECT, trouble);
            }
            // A secret is for the host that the catalogue names, and for none that it leads to.
            boolean own = address.getAuthority().equals(first.getAuthority());
            URI here = address;
            Optional<String> shown = own ? key : Optional.empty();
            Step step = step(() -> request(here, known, endpoint, shown), endpoint.bytesMax(), into);
            Answer answer = step.answer();
            URI next = step.next();
            if (answer != null || next == null) {
                return answer == null ? failure(Reason.REFUSED, "no answer") : answer;
            }
            address = next;
        }
        return failure(Reason.REDIRECT, "more than %d redirects".formatted(REDIRECTS_MAX));
    }

    /** An answer, or where to ask next. */
    private record Step(@Nullable Answer answer, @Nullable URI next) {}

    private HttpRequest request(URI address, Validators known, Endpoint endpoint, Optional<String> key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(limits.answer())
                .header("User-Agent", agent)
                .header("Accept-Encoding", "gzip");
        if (!known.etag().isEmpty()) {
            request.header("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            request.header("If-Modified-Since", known.lastModified());
        }
        Endpoint.Key named = endpoint.key();
        if (named != null) {
            key.ifPresent(secret -> request.header(named.header(), secret));
        }
        return request.GET().build();
    }

    /** Asks one address; one that makes no sense, such as a port that there is none of, is no trouble of ours. */
    private Step step(Supplier<HttpRequest> asked, long bytesMax, Path into) {
        try {
            return step(asked.get(), bytesMax, into);
        } catch (IllegalArgumentException e) {
            return new Step(failure(Reason.REFUSED, "cannot be asked: " + e.getMessage()), null);
        }
    }

    private Step step(HttpRequest request, long bytesMax, Path into) {
        CompletableFuture<HttpResponse<Optional<Path>>> sent = client.sendAsync(
                request,
                head -> head.statusCode() == 200
                        ? BodySubscribers.mapping(new BoundedBody(into, bytesMax), Optional::of)
                        : new NoBody());
        try {
            return read(sent.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS), bytesMax);
        } catch (ExecutionException e) {
            return new Step(thrown(e.getCause() == null ? e : e.getCause()), null);
        } catch (TimeoutException e) {
            sent.cancel(true);
            return new Step(
                    failure(
                            Reason.TIMEOUT,
                            "no whole answer in %d s".formatted(limits.answer().toSeconds())),
                    null);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Step(failure(Reason.CUT, "interrupted"), null);
        } catch (IOException e) {
            return new Step(thrown(e), null);
        }
    }

    private Step read(HttpResponse<Optional<Path>> response, long bytesMax) throws IOException {
        int status = response.statusCode();
        if (status == 200 && response.body().isPresent()) {
            return new Step(Received.of(response, response.body().get(), bytesMax), null);
        }
        if (status == 304) {
            return new Step(new Answer.Unchanged(), null);
        }
        Optional<String> location = response.headers().firstValue("Location");
        if (status >= 301 && status <= 308 && location.isPresent()) {
            try {
                return new Step(null, response.uri().resolve(location.get()));
            } catch (IllegalArgumentException e) {
                return new Step(failure(Reason.REDIRECT, "led to no address: " + location.get()), null);
            }
        }
        return new Step(
                new Failure(
                        reason(status), "HTTP status %d".formatted(status), RetryAfter.of(response.headers(), clock)),
                null);
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401, 403 -> Reason.FORBIDDEN;
            case 404, 410 -> Reason.NOT_FOUND;
            case 429 -> Reason.RATE_LIMITED;
            default -> status >= 500 ? Reason.SERVER_ERROR : Reason.REFUSED;
        };
    }

    private static Failure thrown(Throwable why) {
        Throwable root = why;
        while (root.getCause() != null
                && !(root instanceof SSLException)
                && !(root instanceof BoundedBody.TooLargeException)) {
            root = root.getCause();
        }
        if (root instanceof BoundedBody.TooLargeException) {
            return failure(Reason.TOO_LARGE, root.getMessage() + "; raise bytes_max of the endpoint if that is right");
        }
        if (root instanceof SSLException) {
            return failure(Reason.TLS, String.valueOf(root.getMessage()));
        }
        if (why instanceof HttpTimeoutException) {
            return failure(Reason.TIMEOUT, String.valueOf(why.getMessage()));
        }
        return failure(
                why instanceof ConnectException ? Reason.UNREACHABLE : Reason.CUT, String.valueOf(root.getMessage()));
    }

    static Failure failure(Reason reason, String detail) {
        String line = PlainText.of(detail).strip();
        return new Failure(reason, line.length() > DETAIL_MAX ? line.substring(0, DETAIL_MAX) : line, null);
    }
}
