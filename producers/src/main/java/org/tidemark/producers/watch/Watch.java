package org.tidemark.producers.watch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.SourceFormat;

/** Asks each endpoint when it is due, and publishes what is new. One failing endpoint holds up no other. */
public final class Watch {
    private static final Duration FIRST_AGAIN = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 12;
    /** Half of what the answer before had is no revision but another file. */
    private static final int SHRUNK_TO = 2;

    private static final double JITTER = 0.2;

    private final List<Endpoint> endpoints;
    private final Fetcher fetcher;
    private final Archive archive;
    private final Probe probe;
    private final Publisher publisher;
    private final WatchListener listener;
    private final Clock clock;
    private final DoubleSupplier random;
    private final Map<String, Instant> freeAgain = new HashMap<>();

    /**
     * Watches some endpoints.
     *
     * @param formats that answers are read by
     * @param random from 0 to 1: by how much a question is put off, so that not all ask at once
     */
    public Watch(
            Collection<Endpoint> endpoints,
            Fetcher fetcher,
            Archive archive,
            List<SourceFormat> formats,
            Publisher publisher,
            WatchListener listener,
            Clock clock,
            DoubleSupplier random) {
        this.endpoints = List.copyOf(endpoints);
        this.fetcher = fetcher;
        this.archive = archive;
        this.probe = new Probe(formats);
        this.publisher = publisher;
        this.listener = listener;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Asks all that are due, one after the other.
     *
     * @return when the next is due
     * @throws IOException where the archive cannot be read or written
     */
    public Instant round() throws IOException {
        Instant next = Instant.MAX;
        for (Endpoint endpoint : endpoints) {
            Instant due = turn(endpoint);
            next = due.isBefore(next) ? due : next;
        }
        return next;
    }

    /** Publishes what a run before has kept and not published, and asks where it is due; returns when it is due next. */
    private Instant turn(Endpoint endpoint) throws IOException {
        EndpointState state = archive.state(endpoint);
        if (!publish(endpoint, state)) {
            return clock.instant().plus(FIRST_AGAIN);
        }
        Instant now = clock.instant();
        Instant free = freeAgain.getOrDefault(host(endpoint), Instant.MIN);
        Instant due = free.isAfter(state.due()) ? free : state.due();
        if (now.isBefore(due)) {
            return due;
        }
        freeAgain.put(host(endpoint), now.plus(endpoint.pause()));
        String full = archive.trouble();
        EndpointState after = full.isEmpty()
                ? answered(endpoint, archive.state(endpoint), now)
                : failed(endpoint, archive.state(endpoint), Fetcher.failure(Reason.ARCHIVE, full), now);
        archive.remember(endpoint, after);
        boolean unused = publish(endpoint, after);
        return after.due();
    }

    private static String host(Endpoint endpoint) {
        return String.valueOf(URI.create(endpoint.address()).getHost());
    }

    private EndpointState answered(Endpoint endpoint, EndpointState state, Instant now) throws IOException {
        Answer answer = fetcher.ask(endpoint, state.validators(), archive.incoming(endpoint));
        if (answer instanceof Answer.Body body) {
            return taken(endpoint, state, body, now);
        }
        if (answer instanceof Answer.Failure failure) {
            return failed(endpoint, state, failure, now);
        }
        listener.unchanged(endpoint, now);
        return state.answered().dueAt(now.plus(endpoint.every()));
    }

    private EndpointState taken(Endpoint endpoint, EndpointState state, Answer.Body body, Instant now)
            throws IOException {
        Instant due = now.plus(endpoint.every());
        String hash = Archive.hash(body.body());
        if (hash.equals(state.hash())) {
            listener.unchanged(endpoint, now);
            return state.seen(body.validators()).dueAt(due);
        }
        Probe.Found found = probe.look(body.body(), endpoint.source());
        Reason trouble = trouble(found, state);
        if (trouble != null) {
            String why = trouble == Reason.UNREADABLE
                    ? found.trouble()
                    : "%d figures, and %d in the answer before".formatted(found.figures(), state.figures());
            Path aside = archive.aside(endpoint, body.body());
            String detail = "%s; kept as %s, 'tidemark ingest' takes it if it is right".formatted(why, aside);
            return failed(endpoint, state, new Answer.Failure(trouble, detail, null), now);
        }
        // To the second, as the name of its folder says it.
        archive.keep(endpoint, clock.instant().truncatedTo(ChronoUnit.SECONDS), hash, body.body());
        return state.kept(body.validators(), hash, found.figures()).dueAt(due);
    }

    private static @Nullable Reason trouble(Probe.Found found, EndpointState state) {
        if (!found.trouble().isEmpty()) {
            return Reason.UNREADABLE;
        }
        return found.figures() * SHRUNK_TO < state.figures() ? Reason.SHRUNK : null;
    }

    private EndpointState failed(Endpoint endpoint, EndpointState state, Answer.Failure failure, Instant now) {
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

    /** Returns whether nothing is left to publish. */
    private boolean publish(Endpoint endpoint, EndpointState state) throws IOException {
        EndpointState now = state;
        for (Archive.Kept kept : archive.after(endpoint, state.published())) {
            try {
                publisher.publish(kept.file());
            } catch (IOException e) {
                Instant at = clock.instant();
                listener.failed(endpoint, Reason.UNPUBLISHED, String.valueOf(e.getMessage()), at, at.plus(FIRST_AGAIN));
                return false;
            }
            now = now.published(kept.name());
            archive.remember(endpoint, now);
            listener.received(endpoint, kept.file(), now.figures(), clock.instant());
        }
        return true;
    }
}
