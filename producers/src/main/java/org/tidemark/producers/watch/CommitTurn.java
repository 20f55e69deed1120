package org.tidemark.producers.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Endpoint;

/** One question of an endpoint that has a history: a page of its list of versions, or a version. */
final class CommitTurn {
    private final Endpoint endpoint;
    private final Fetcher fetcher;
    private final Archive archive;

    CommitTurn(Endpoint endpoint, Fetcher fetcher, Archive archive) {
        this.endpoint = endpoint;
        this.fetcher = fetcher;
        this.archive = archive;
    }

    /**
     * What came of it.
     *
     * @param answer a version, or that nothing is new, or why nothing came; null where a page of the list came
     * @param version which version was asked for; null for a page of the list
     * @param list what the list says of its own version
     */
    record Outcome(@Nullable Answer answer, CommitList.@Nullable Commit version, Validators list) {
        boolean isFailure() {
            return answer instanceof Answer.Failure;
        }

        /** Whether the version is asked for no more: it was had, or asking again would bring nothing. */
        boolean isOver() {
            boolean lost = answer instanceof Answer.Failure failure
                    && !failure.reason().isPassing()
                    && failure.reason() != Reason.NO_KEY;
            return version != null && (answer instanceof Answer.Body || lost);
        }
    }

    /**
     * Asks.
     *
     * @param known what the list said of its version when it was asked for last
     */
    Outcome ask(Validators known) throws IOException {
        CommitList list = archive.commits(endpoint);
        if (!list.isListing() && list.waiting().isEmpty()) {
            list = list.begun();
            archive.remember(endpoint, list);
        }
        if (list.isListing()) {
            return page(list, known);
        }
        CommitList.Commit next = list.waiting().get(0);
        Answer answer = fetcher.ask(endpoint.at(next.id()), Validators.NONE, archive.incoming(endpoint));
        return new Outcome(answer, next, known);
    }

    private Outcome page(CommitList list, Validators known) throws IOException {
        Path incoming = archive.incoming(endpoint);
        boolean first = list.page() == 1;
        Answer answer = fetcher.ask(endpoint.listing(list.page()), first ? known : Validators.NONE, incoming);
        if (answer instanceof Answer.Unchanged) {
            archive.remember(endpoint, list.ended());
        }
        if (!(answer instanceof Answer.Body body)) {
            return new Outcome(answer, null, known);
        }
        try {
            CommitList more = list.with(CommitList.page(body.body()));
            archive.remember(endpoint, more);
            boolean nothing = !more.isListing() && more.waiting().isEmpty();
            return new Outcome(nothing ? new Answer.Unchanged() : null, null, first ? body.validators() : known);
        } catch (IOException e) {
            return new Outcome(
                    Fetcher.failure(Reason.UNREADABLE, String.valueOf(e.getMessage())), null, Validators.NONE);
        }
    }

    /**
     * Says that a question is over. Returns whether another is to follow at once.
     *
     * @param version whether it was one for a version that is asked for no more
     */
    boolean passed(boolean version) throws IOException {
        CommitList list = archive.commits(endpoint);
        if (version) {
            list = list.next();
            archive.remember(endpoint, list);
        }
        return list.isListing() || !list.waiting().isEmpty();
    }

    /** When a version was published: when it was committed, and after the one before it. */
    static Instant published(CommitList.Commit commit, @Nullable Instant before) {
        Instant at = commit.at().truncatedTo(ChronoUnit.SECONDS);
        return before == null || at.isAfter(before) ? at : before.plusSeconds(1);
    }
}
