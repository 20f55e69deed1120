package org.tidemark.producers.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.tidemark.catalogue.Endpoint;

/** When an endpoint is asked again of which nothing came. */
final class Backoff {
    static final Duration FIRST_AGAIN = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 12;
    private static final double JITTER = 0.2;

    private final DoubleSupplier random;
    private final WatchListener listener;

    /**
     * Tells a listener.
     *
     * @param random from 0 to 1: by how much a question is put off, so that not all ask at once
     */
    Backoff(DoubleSupplier random, WatchListener listener) {
        this.random = random;
        this.listener = listener;
    }

    /** Tells the failure; returns what is remembered of the endpoint. */
    EndpointState failed(Endpoint endpoint, EndpointState state, Answer.Failure failure, Instant now) {
        EndpointState failed = state.failed();
        Instant again = now.plus(pause(endpoint, failed, failure));
        listener.failed(endpoint, failure.reason(), failure.detail(), now, again);
        return failed.dueAt(again);
    }

    /** What may be over soon is asked again soon, twice as late each time; and never sooner than the publisher asks for. */
    private Duration pause(Endpoint endpoint, EndpointState failed, Answer.Failure failure) {
        Duration usual = endpoint.every();
        if (failure.reason().isPassing()) {
            Duration doubled = FIRST_AGAIN.multipliedBy(1L << Math.min(failed.failures() - 1, DOUBLINGS_MAX));
            Duration late = doubled.plusMillis((long) (JITTER * random.getAsDouble() * doubled.toMillis()));
            usual = late.compareTo(usual) < 0 ? late : usual;
        }
        Duration wanted = failure.after();
        return wanted != null && wanted.compareTo(usual) > 0 ? wanted : usual;
    }
}
