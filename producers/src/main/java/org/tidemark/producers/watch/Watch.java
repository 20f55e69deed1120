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
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.SourceFormat;

/** Asks each endpoint when it is due, and publishes what is new. One failing endpoint holds up no other. */
public final class Watch {
    private static final Duration STANDS_BY = Duration.ofSeconds(2);
    private static final Duration FIRST_AGAIN = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 12;
    /** Half of what the answer before had is no revision but another file. */
    private static final int SHRUNK_TO = 2;

    private static final double JITTER = 0.2;

    private final List<Endpoint> endpoints;
    private final Fetcher fetcher;
    private final Archive archive;
    private final Lease lease;
    private final Probe probe;
    private final FetchPublisher publisher;
    private final WatchListener listener;
    private final Clock clock;
    private final DoubleSupplier random;
    private final Map<String, Instant> freeAgain = new HashMap<>();
    private boolean standsBy;

    /**
     * Watches some endpoints, alone.
     *
     * @param formats that answers are read by
     * @param random from 0 to 1: by how much a question is put off, so that not all ask at once
     */
    public Watch(
            Collection<Endpoint> endpoints,
            Fetcher fetcher,
            Archive archive,
            List<SourceFormat> formats,
            FetchPublisher publisher,
            WatchListener listener,
            Clock clock,
            DoubleSupplier random) {
        this(endpoints, fetcher, archive, Lease.ALONE, formats, publisher, listener, clock, random);
    }

    /** As one of several watches of a cluster, of which one asks. */
    public Watch(
            Collection<Endpoint> endpoints,
            Fetcher fetcher,
            Archive archive,
            Lease lease,
            List<SourceFormat> formats,
            FetchPublisher publisher,
            WatchListener listener,
            Clock clock,
            DoubleSupplier random) {
        this.lease = lease;
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
            if (isStandingBy()) {
                return clock.instant().plus(STANDS_BY);
            }
            Instant due = turn(endpoint);
            listener.waits(endpoint, due, archive.state(endpoint).failures());
            next = due.isBefore(next) ? due : next;
        }
        return next;
    }

    private boolean isStandingBy() throws IOException {
        boolean now = !lease.isHeld();
        if (now != standsBy) {
            standsBy = now;
            listener.standsBy(now);
        }
        return now;
    }

    /** Whether another watch asked when the last round ended. */
    public boolean standsBy() {
        return standsBy;
    }

    private EndpointState state(Endpoint endpoint) throws IOException {
        EndpointState own = archive.state(endpoint);
        return lease.known(endpoint.id()).map(own::knowing).orElse(own);
    }

    /** Publishes what a run before has kept and not published, and asks where it is due; returns when it is due next. */
    private Instant turn(Endpoint endpoint) throws IOException {
        EndpointState state = state(endpoint);
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
        EndpointState before = state(endpoint);
        EndpointState after = full.isEmpty()
                ? answered(endpoint, before, now)
                : failed(endpoint, before, Fetcher.failure(Reason.ARCHIVE, full), now);
        archive.remember(endpoint, after);
        share(endpoint, after);
        boolean unused = publish(endpoint, after);
        return after.due();
    }

    /** The others ask no sooner than this one would. */
    private void share(Endpoint endpoint, EndpointState state) throws IOException {
        SharedAnswer nothing = new SharedAnswer(Instant.EPOCH, "", 0, "", "", Instant.EPOCH, true);
        SharedAnswer known = lease.known(endpoint.id()).orElse(nothing);
        if (!known.due().equals(state.due())) {
            lease.write(endpoint.id(), known.dueAt(state.due()));
        }
    }

    private static String host(Endpoint endpoint) {
        return String.valueOf(URI.create(endpoint.at("0").address()).getHost());
    }

    private EndpointState answered(Endpoint endpoint, EndpointState state, Instant now) throws IOException {
        if (endpoint.commits() != null) {
            return history(endpoint, state, now);
        }
        Answer answer = fetcher.ask(endpoint, state.validators(), archive.incoming(endpoint));
        if (answer instanceof Answer.Body body) {
            return taken(endpoint, state, body, now, null);
        }
        if (answer instanceof Answer.Failure failure) {
            return failed(endpoint, state, failure, now);
        }
        listener.unchanged(endpoint, now);
        return state.answered().dueAt(now.plus(endpoint.every()));
    }

    /** One page of the list of versions, or one version; the next follows as soon as its host is free again. */
    private EndpointState history(Endpoint endpoint, EndpointState state, Instant now) throws IOException {
        CommitTurn turn = new CommitTurn(endpoint, fetcher, archive);
        CommitTurn.Outcome outcome = turn.ask(state.validators());
        EndpointState after = state.seen(outcome.list()).dueAt(now.plus(endpoint.every()));
        if (outcome.answer() instanceof Answer.Failure failure) {
            after = failed(endpoint, state, failure, now);
        } else if (outcome.answer() instanceof Answer.Body body && outcome.version() != null) {
            Instant committed = CommitTurn.published(outcome.version(), Moment.in(state.published()));
            Answer.Body version = new Answer.Body(body.body(), state.validators());
            after = taken(endpoint, state, version, now, committed);
        } else if (outcome.answer() != null) {
            listener.unchanged(endpoint, now);
        }
        boolean more = turn.passed(outcome.isOver());
        return more && (!outcome.isFailure() || outcome.isOver()) ? after.dueAt(now.plus(endpoint.pause())) : after;
    }

    private EndpointState taken(
            Endpoint endpoint, EndpointState state, Answer.Body body, Instant now, @Nullable Instant committed)
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
        archive.keep(
                endpoint, noted(endpoint, hash, found.figures(), body.validators(), due, committed), hash, body.body());
        return state.kept(body.validators(), hash, found.figures()).dueAt(due);
    }

    /**
     * Notes that an answer is published from now on. What another watch had begun to publish was received when that one
     * received it, so that both say the same.
     */
    private Instant noted(
            Endpoint endpoint, String hash, long figures, Validators version, Instant due, @Nullable Instant committed)
            throws IOException {
        // To the second, as the name of its folder says it.
        Instant now = committed == null ? clock.instant().truncatedTo(ChronoUnit.SECONDS) : committed;
        Instant received = lease.known(endpoint.id())
                .filter(known -> known.hash().equals(hash) && !known.published())
                .map(SharedAnswer::received)
                .orElse(now);
        lease.write(
                endpoint.id(),
                new SharedAnswer(received, hash, figures, version.etag(), version.lastModified(), due, false));
        return received;
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
            done(endpoint, kept);
            listener.received(endpoint, kept.file(), now.figures(), clock.instant());
        }
        return true;
    }

    private void done(Endpoint endpoint, Archive.Kept kept) throws IOException {
        Optional<SharedAnswer> known = lease.known(endpoint.id());
        if (known.isPresent()
                && !known.get().published()
                && kept.isOf(known.get().hash())) {
            lease.write(endpoint.id(), known.get().done());
        }
    }
}
