package org.tidemark.api.peer;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tidemark.streams.peer.PeerAddress;
import org.tidemark.streams.state.Part;

/** Asks other monitors for what they hold. One that is asked so answers for itself only, so that no question goes round. */
public final class PeerClient {
    /** The paths under which a monitor answers for itself only. */
    public static final String INTERNAL = "/internal/v1/";

    /** The parts that are asked for, and in the answer those that it holds. */
    public static final String PARTS = "X-Tidemark-Parts";

    public static final String APPLICATION = "X-Tidemark-Application";
    public static final String FORMAT = "X-Tidemark-Format";
    public static final String COUNT = "X-Tidemark-Rows";

    private static final long SPARED_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int PROBE_BYTES_MAX = 64 * 1024;
    private static final int OK = 200;

    private final PeerLimits limits;
    private final Supplier<Optional<String>> token;
    private final HttpClient client;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "peer-limits");
        thread.setDaemon(true);
        return thread;
    });
    /** Monitors that let the time run out, with the instant from which they are asked again. */
    private final Map<PeerAddress, Long> spared = new ConcurrentHashMap<>();

    /** Asks without a token. */
    public PeerClient(PeerLimits limits) {
        this(limits, Optional::empty);
    }

    /**
     * Asks nobody yet.
     *
     * @param token with which it may read, asked for anew each time
     */
    public PeerClient(PeerLimits limits, Supplier<Optional<String>> token) {
        this.token = token;
        this.limits = limits;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limits.connectWithin())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /** A question to one monitor that is under way. */
    public record Hop(PeerAddress to, Set<Part> parts, CompletableFuture<HttpResponse<InputStream>> head) {}

    /**
     * Begins to ask.
     *
     * @param path of the list with its query, as {@code estimates?economy=DE}
     */
    public Hop ask(PeerAddress to, Collection<Part> parts, String path, String format, String application) {
        Set<Part> asked = new TreeSet<>(parts);
        if (isSpared(to)) {
            return new Hop(to, asked, CompletableFuture.failedFuture(new HttpTimeoutException("spared")));
        }
        HttpRequest.Builder request = request(to, "rows/" + path, application)
                .timeout(limits.headWithin())
                .header(PARTS, written(asked))
                .header(FORMAT, format);
        return new Hop(to, asked, client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    /**
     * Waits for an answer, all of it.
     *
     * @throws IOException with a clause that says what is wrong with the monitor
     */
    public RemoteRows rows(Hop hop) throws IOException {
        HttpResponse<InputStream> head = await(hop.to(), hop.head(), limits.headWithin());
        InputStream body = head.body();
        long count = head.headers().firstValueAsLong(COUNT).orElse(-1);
        if (head.statusCode() != OK || count < 0) {
            body.close();
            throw new IOException(refusal(head.statusCode()));
        }
        Future<?> limit =
                clock.schedule(() -> closeQuietly(body), limits.wholeWithin().toMillis(), TimeUnit.MILLISECONDS);
        try {
            Set<Part> held = parts(head.headers().firstValue(PARTS).orElse(""));
            held.retainAll(hop.parts());
            return RemoteRows.read(held, count, new Limited(body, limit));
        } catch (RowSpool.NoRoomException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        } catch (IOException | IllegalArgumentException e) {
            boolean unused = limit.cancel(false);
            body.close();
            throw new IOException("broke off in the middle of its answer", e);
        }
    }

    /** Begins to ask a monitor what it can read now. */
    public CompletableFuture<HttpResponse<InputStream>> probe(PeerAddress to, String application) {
        HttpRequest request =
                request(to, "parts", application).timeout(limits.probeWithin()).build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    /**
     * The answer to a probe.
     *
     * @throws IOException as {@link #rows}
     */
    public Set<Part> probed(PeerAddress to, CompletableFuture<HttpResponse<InputStream>> probe) throws IOException {
        HttpResponse<InputStream> head = await(to, probe, limits.probeWithin());
        try (InputStream body = head.body()) {
            if (head.statusCode() != OK) {
                throw new IOException(refusal(head.statusCode()));
            }
            return parts(new String(body.readNBytes(PROBE_BYTES_MAX), StandardCharsets.UTF_8).strip());
        } catch (IllegalArgumentException e) {
            throw new IOException(refusal(OK), e);
        }
    }

    private HttpRequest.Builder request(PeerAddress to, String path, String application) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + to.written() + INTERNAL + path))
                .header(APPLICATION, application);
        token.get().ifPresent(own -> request.header("Authorization", "Bearer " + own));
        return request;
    }

    private HttpResponse<InputStream> await(
            PeerAddress to, CompletableFuture<HttpResponse<InputStream>> head, Duration within) throws IOException {
        try {
            return head.get(2 * within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(silence(to, e.getCause()), e);
        } catch (java.util.concurrent.TimeoutException e) {
            boolean unused = head.cancel(true);
            throw new IOException(silence(to, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("was not waited for", e);
        }
    }

    private String silence(PeerAddress to, @org.jspecify.annotations.Nullable Throwable cause) {
        if (cause instanceof ConnectException && !(cause instanceof java.net.http.HttpConnectTimeoutException)) {
            return "does not answer: connection refused";
        }
        boolean late = cause instanceof HttpTimeoutException || cause instanceof java.util.concurrent.TimeoutException;
        if (late) {
            var unused = spared.putIfAbsent(to, System.nanoTime() + SPARED_NANOS);
        }
        return late ? "does not answer in time" : "does not answer";
    }

    /** A monitor that hangs costs one question its time, and not every question of the next seconds. */
    private boolean isSpared(PeerAddress to) {
        Long until = spared.get(to);
        if (until != null && System.nanoTime() - until >= 0) {
            boolean unused = spared.remove(to, until);
            return false;
        }
        return until != null;
    }

    private static String refusal(int status) {
        return switch (status) {
            case 401 -> "does not know our token: give all monitors the same --read-token-file";
            case 404, OK -> "does not answer as a monitor of this version";
            case 421 -> "belongs to another application";
            case 503 -> "cannot read it now";
            default -> "answers with status " + status;
        };
    }

    /** Parts as a header lists them. */
    public static String written(Collection<Part> parts) {
        return parts.stream().map(Part::written).collect(Collectors.joining(","));
    }

    /**
     * Reads what {@link #written} writes.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Set<Part> parts(String written) {
        Set<Part> parts = new TreeSet<>();
        for (String part : written.split(",", -1)) {
            if (!part.isEmpty()) {
                parts.add(Part.parse(part));
            }
        }
        return parts;
    }

    private static void closeQuietly(InputStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // Whoever reads it is told.
            return;
        }
    }

    /** A body with a time limit, which ends with it. */
    private static final class Limited extends java.io.FilterInputStream {
        private final Future<?> limit;

        private Limited(InputStream body, Future<?> limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public void close() throws IOException {
            boolean unused = limit.cancel(false);
            super.close();
        }
    }
}
