package org.tidemark.producers.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Endpoint;

/** Looks at an answer, and keeps it where it is what it should be. */
final class Intake {
    /** Half of what the answer before had is no revision but another file. */
    private static final int SHRUNK_TO = 2;

    private final Archive archive;
    private final Lease lease;
    private final Probe probe;
    private final Backoff backoff;
    private final WatchListener listener;
    private final Clock clock;

    Intake(Archive archive, Lease lease, Probe probe, Backoff backoff, WatchListener listener, Clock clock) {
        this.archive = archive;
        this.lease = lease;
        this.probe = probe;
        this.backoff = backoff;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Keeps it, or puts it aside. Returns what is remembered of the endpoint.
     *
     * @param changes whether it holds only what has changed
     * @param committed when it was published; null for when it is received
     */
    EndpointState take(
            Endpoint endpoint,
            EndpointState state,
            Answer.Body body,
            Instant now,
            boolean changes,
            @Nullable Instant committed)
            throws IOException {
        String member = endpoint.member();
        try {
            if (member != null) {
                ZipMember.take(body.body(), member, endpoint.bytesMax());
            }
        } catch (ZipMember.AbsentException e) {
            Probe.Found none = new Probe.Found(0, String.valueOf(e.getMessage()));
            return aside(endpoint, state, body, none, Reason.UNREADABLE, now);
        } catch (BoundedBody.TooLargeException e) {
            String detail = "member '%s' of the ZIP unpacks to %s; raise bytes_max of the endpoint if that is right"
                    .formatted(member, e.getMessage());
            return backoff.failed(endpoint, state, Fetcher.failure(Reason.TOO_LARGE, detail), now);
        }
        String hash = Archive.hash(body.body());
        if (hash.equals(state.hash())) {
            return unchanged(endpoint, state, body, now);
        }
        Probe.Found found = probe.look(body.body(), endpoint.source(), committed == null ? now : committed);
        if (changes && found.nothing()) {
            return unchanged(endpoint, state, body, now);
        }
        Reason trouble = trouble(found, state, changes);
        if (trouble != null) {
            return aside(endpoint, state, body, found, trouble, now);
        }
        Instant due = now.plus(endpoint.every());
        Instant received = noted(endpoint, hash, found.figures(), body.validators(), due, committed);
        archive.keep(endpoint, received, hash, body.body());
        return state.kept(body.validators(), hash, found.figures()).dueAt(due);
    }

    private EndpointState unchanged(Endpoint endpoint, EndpointState state, Answer.Body body, Instant now) {
        listener.unchanged(endpoint, now);
        return state.seen(body.validators()).dueAt(now.plus(endpoint.every()));
    }

    private EndpointState aside(
            Endpoint endpoint, EndpointState state, Answer.Body body, Probe.Found found, Reason trouble, Instant now)
            throws IOException {
        String why = trouble == Reason.UNREADABLE
                ? found.trouble()
                : "%d figures, and %d in the answer before".formatted(found.figures(), state.figures());
        Path aside = archive.aside(endpoint, body.body());
        String detail = "%s; kept as %s, 'tidemark ingest' takes it if it is right".formatted(why, aside);
        return backoff.failed(endpoint, state, new Answer.Failure(trouble, detail, null), now);
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

    /** Of changes there may be few or many. */
    private static @Nullable Reason trouble(Probe.Found found, EndpointState state, boolean changes) {
        if (!found.trouble().isEmpty()) {
            return Reason.UNREADABLE;
        }
        return !changes && found.figures() * SHRUNK_TO < state.figures() ? Reason.SHRUNK : null;
    }
}
