package org.tidemark.producers.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        Parts parts;
        try {
            parts = Parts.of(endpoint, body.body(), archive);
        } catch (ZipMember.AbsentException e) {
            Probe.Found none = new Probe.Found(0, String.valueOf(e.getMessage()));
            return aside(endpoint, state, body.body(), none, Reason.UNREADABLE, now);
        } catch (BoundedBody.TooLargeException e) {
            String detail = "member '%s' of the ZIP unpacks to %s; raise bytes_max of the endpoint if that is right"
                    .formatted(
                            Objects.requireNonNull(endpoint.zip(), "of a ZIP").member(), e.getMessage());
            return backoff.failed(endpoint, state, Fetcher.failure(Reason.TOO_LARGE, detail), now);
        }
        if (parts.hash().equals(state.hash())) {
            return unchanged(endpoint, state, body, now);
        }
        Looked looked = look(parts, endpoint, committed == null ? now : committed);
        if (changes && looked.found().nothing()) {
            return unchanged(endpoint, state, body, now);
        }
        Reason trouble = trouble(looked.found(), state, changes);
        if (trouble != null) {
            return aside(endpoint, state, body.body(), looked.found(), trouble, now);
        }
        Instant due = now.plus(endpoint.every());
        long figures = looked.found().figures();
        keep(endpoint, state, looked.good(), noted(endpoint, parts.hash(), figures, body.validators(), due, committed));
        EndpointState kept =
                state.kept(body.validators(), parts.hash(), figures).dueAt(due);
        return looked.bad().isEmpty() ? kept : told(endpoint, kept, looked, now);
    }

    /**
     * What a look at the files of an answer has found.
     *
     * @param bad those that cannot be read
     * @param found figures of all that can; the trouble of the first file where none can
     * @param why the first of the bad cannot be read
     */
    private record Looked(List<Parts.Part> good, List<Parts.Part> bad, Probe.Found found, String why) {}

    private Looked look(Parts parts, Endpoint endpoint, Instant received) {
        List<Parts.Part> good = new ArrayList<>();
        List<Parts.Part> bad = new ArrayList<>();
        List<Probe.Found> troubles = new ArrayList<>();
        long figures = 0;
        for (Parts.Part part : parts.files()) {
            Probe.Found found = probe.look(part.file(), endpoint.source(), received);
            figures += found.figures();
            if (found.trouble().isEmpty()) {
                good.add(part);
            } else {
                bad.add(part);
                troubles.add(found);
            }
        }
        String why = troubles.isEmpty() ? "" : troubles.get(0).trouble();
        return new Looked(good, bad, good.isEmpty() ? troubles.get(0) : new Probe.Found(figures, ""), why);
    }

    /** A file that says when it was published is kept as of then, after the one before it; and no file is kept twice. */
    private void keep(Endpoint endpoint, EndpointState state, List<Parts.Part> parts, Instant received)
            throws IOException {
        List<Archive.Kept> had = archive.after(endpoint, "");
        Instant before = Moment.in(state.published());
        for (Parts.Part part : parts) {
            Instant dated = part.dated();
            if (dated == null) {
                archive.keep(part.kept(), received, part.hash(), part.file());
            } else if (had.stream().noneMatch(kept -> kept.is(part))) {
                before = ListingTurn.published(dated, before);
                archive.keep(part.kept(), before, part.hash(), part.file());
            }
        }
    }

    /** The others of their ZIP are kept; they lie aside, and are no trouble again until the ZIP is another. */
    private EndpointState told(Endpoint endpoint, EndpointState kept, Looked looked, Instant now) throws IOException {
        int lost = looked.bad().size();
        Path aside = Path.of("");
        for (Parts.Part bad : looked.bad()) {
            aside = archive.aside(bad.kept(), bad.file());
        }
        String detail =
                "%d of %d files of the ZIP cannot be read, the first '%s' (%s); kept in %s, 'tidemark ingest' takes them if they are right"
                        .formatted(
                                lost,
                                lost + looked.good().size(),
                                looked.bad().get(0).kept().file(),
                                looked.why(),
                                aside.getParent());
        return backoff.failed(endpoint, kept, new Answer.Failure(Reason.UNREADABLE, detail, null), now);
    }

    private EndpointState unchanged(Endpoint endpoint, EndpointState state, Answer.Body body, Instant now) {
        listener.unchanged(endpoint, now);
        return state.seen(body.validators()).dueAt(now.plus(endpoint.every()));
    }

    private EndpointState aside(
            Endpoint endpoint, EndpointState state, Path body, Probe.Found found, Reason trouble, Instant now)
            throws IOException {
        String why = trouble == Reason.UNREADABLE
                ? found.trouble()
                : "%d figures, and %d in the answer before".formatted(found.figures(), state.figures());
        Path aside = archive.aside(endpoint, body);
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
