package org.tidemark.producers.watch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.SourceFormat;

/** Asks each endpoint when it is due, and publishes what is new. One failing endpoint holds up no other. */
public final class Watch {
    private static final Duration STANDS_BY = Duration.ofSeconds(2);
    /** What was missed among changes is had again after this time at the latest. */
    private static final Duration WHOLE_AGAIN = Duration.ofDays(30);

    private final VintagesFirst order;
    private final Fetcher fetcher;
    private final Archive archive;
    private final Lease lease;
    private final Intake intake;
    private final Backoff backoff;
    private final FetchPublisher publisher;
    private final WatchListener listener;
    private final Clock clock;
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
        this.order = new VintagesFirst(endpoints);
        this.fetcher = fetcher;
        this.archive = archive;
        this.backoff = new Backoff(random, listener);
        this.intake = new Intake(archive, lease, new Probe(formats), backoff, listener, clock);
        this.publisher = publisher;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Asks all that are due, one after the other.
     *
     * @return when the next is due
     * @throws IOException where the archive cannot be read or written
     */
    public Instant round() throws IOException {
        Instant next = Instant.MAX;
        for (Endpoint endpoint : order.endpoints()) {
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
            return clock.instant().plus(Backoff.FIRST_AGAIN);
        }
        Instant now = clock.instant();
        Instant free = freeAgain.getOrDefault(host(endpoint), Instant.MIN);
        Instant due = free.isAfter(state.due()) ? free : state.due();
        if (now.isBefore(due)) {
            return due;
        }
        if (order.waits(endpoint, this::state, now)) {
            return now.plus(endpoint.pause());
        }
        freeAgain.put(host(endpoint), now.plus(endpoint.pause()));
        String full = archive.trouble();
        EndpointState before = state(endpoint);
        EndpointState after = full.isEmpty()
                ? answered(endpoint, before, now)
                : backoff.failed(endpoint, before, Fetcher.failure(Reason.ARCHIVE, full), now);
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
        if (endpoint.listing() != null) {
            return listed(endpoint, state, now);
        }
        if (endpoint.changes()) {
            return changed(endpoint, state, now);
        }
        Answer answer = fetcher.ask(endpoint, state.validators(), archive.incoming(endpoint));
        return came(endpoint, state, answer, now, false);
    }

    private EndpointState came(Endpoint endpoint, EndpointState state, Answer answer, Instant now, boolean changes)
            throws IOException {
        if (answer instanceof Answer.Body body) {
            return intake.take(endpoint, state, body, now, changes, null);
        }
        if (answer instanceof Answer.Failure failure) {
            return backoff.failed(endpoint, state, failure, now);
        }
        listener.unchanged(endpoint, now);
        return state.answered().dueAt(now.plus(endpoint.every()));
    }

    /**
     * Asks for what has changed since the last question that was answered, and now and then for everything. The address is
     * another each time, so that what was said of a version says nothing.
     */
    private EndpointState changed(Endpoint endpoint, EndpointState state, Instant now) throws IOException {
        boolean whole = state.whole().plus(WHOLE_AGAIN).isBefore(now);
        Endpoint asked = whole ? endpoint : endpoint.since(state.asked());
        Answer answer = fetcher.ask(asked, Validators.NONE, archive.incoming(endpoint));
        if (!whole && isNothing(answer)) {
            answer = new Answer.Unchanged();
        }
        EndpointState after = came(endpoint, state, answer, now, !whole);
        return after.failures() == 0 ? after.askedAt(now, whole) : after;
    }

    /** As services of SDMX say that nothing has changed: no byte, or 404 for a question without a result. */
    private static boolean isNothing(Answer answer) {
        return answer instanceof Answer.Failure failure
                && (failure.reason() == Reason.EMPTY || failure.reason() == Reason.NOT_FOUND);
    }

    /** One page of a list, or what it lists; the next follows as soon as its host is free again. */
    private EndpointState listed(Endpoint endpoint, EndpointState state, Instant now) throws IOException {
        ListingTurn turn = new ListingTurn(endpoint, fetcher, archive);
        ListingTurn.Outcome outcome = turn.ask(state.validators());
        EndpointState after = state.seen(outcome.validators()).dueAt(now.plus(endpoint.every()));
        if (outcome.answer() instanceof Answer.Failure failure) {
            after = backoff.failed(endpoint, state, failure, now);
        } else if (outcome.answer() instanceof Answer.Body body) {
            Instant published = outcome.published(Moment.in(state.published()));
            Answer.Body file = new Answer.Body(body.body(), outcome.validators());
            after = intake.take(outcome.of(endpoint), state, file, now, false, published);
        } else if (outcome.answer() != null) {
            listener.unchanged(endpoint, now);
        }
        boolean more = turn.passed(outcome.isOver());
        return more && (!outcome.isFailure() || outcome.isOver()) ? after.dueAt(now.plus(endpoint.pause())) : after;
    }

    /** Returns whether nothing is left to publish. */
    private boolean publish(Endpoint endpoint, EndpointState state) throws IOException {
        EndpointState now = state;
        List<Archive.Kept> all = archive.after(endpoint, state.published());
        for (Archive.Kept kept : all) {
            try {
                publisher.publish(kept.file());
            } catch (IOException e) {
                Instant at = clock.instant();
                listener.failed(
                        endpoint, Reason.UNPUBLISHED, String.valueOf(e.getMessage()), at, at.plus(Backoff.FIRST_AGAIN));
                return false;
            }
            now = now.published(kept.name());
            archive.remember(endpoint, now);
            done(endpoint, kept, kept.equals(all.get(all.size() - 1)) ? state.hash() : "");
            listener.received(endpoint, kept.file(), now.figures(), clock.instant());
        }
        return true;
    }

    /**
     * Notes that an answer is published: its one file, or the last of several.
     *
     * @param whole hash of the answer that is had with this file; empty before its last
     */
    private void done(Endpoint endpoint, Archive.Kept kept, String whole) throws IOException {
        Optional<SharedAnswer> known = lease.known(endpoint.id()).filter(answer -> !answer.published());
        if (known.isPresent()
                && (kept.isOf(known.get().hash()) || known.get().hash().equals(whole))) {
            lease.write(endpoint.id(), known.get().done());
        }
    }
}
