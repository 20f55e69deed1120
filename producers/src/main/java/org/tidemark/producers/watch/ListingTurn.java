package org.tidemark.producers.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Endpoint;

/** One question of an endpoint that has a listing: a page of the list, or what it lists. */
final class ListingTurn {
    private final Endpoint endpoint;
    private final Endpoint.Listing listing;
    private final Fetcher fetcher;
    private final Archive archive;

    ListingTurn(Endpoint endpoint, Fetcher fetcher, Archive archive) {
        this.endpoint = endpoint;
        this.listing = Objects.requireNonNull(endpoint.listing(), "of an endpoint that has one");
        this.fetcher = fetcher;
        this.archive = archive;
    }

    /**
     * What came of it.
     *
     * @param answer what was listed, or that nothing is new, or why nothing came; null where a page of the list came
     * @param asked what was asked for; null for a page of the list
     * @param validators to be remembered of the endpoint: of a history those of its list, else those of the file
     */
    record Outcome(@Nullable Answer answer, FileList.@Nullable Listed asked, Validators validators) {
        boolean isFailure() {
            return answer instanceof Answer.Failure;
        }

        /** Whether it is asked for no more: it was had, or asking again would bring nothing. */
        boolean isOver() {
            boolean lost = answer instanceof Answer.Failure failure
                    && !failure.reason().isPassing()
                    && failure.reason() != Reason.NO_KEY;
            return asked != null && (answer instanceof Answer.Body || answer instanceof Answer.Unchanged || lost);
        }

        /** The endpoint as it was asked for what is listed. */
        Endpoint of(Endpoint endpoint) {
            return asked == null ? endpoint : endpoint.at(asked.id());
        }

        /** When a version was published; null of a file that is only named. */
        @Nullable
        Instant published(@Nullable Instant before) {
            Instant at = asked == null ? null : asked.at();
            return at == null ? null : ListingTurn.published(at, before);
        }
    }

    /**
     * Asks.
     *
     * @param known what was remembered of the endpoint
     */
    Outcome ask(Validators known) throws IOException {
        FileList list = archive.list(endpoint);
        if (!list.isListing() && list.waiting().isEmpty()) {
            list = list.begun();
            archive.remember(endpoint, list);
        }
        if (list.isListing()) {
            return listing.of() == Endpoint.Listed.VERSIONS ? versions(list, known) : names(list, known);
        }
        FileList.Listed next = list.waiting().get(0);
        boolean once = listing.of() != Endpoint.Listed.NEWEST;
        Endpoint listed = endpoint.at(next.id());
        Answer answer = fetcher.ask(listed, once ? Validators.NONE : known, archive.incoming(listed));
        boolean taken = !once && answer instanceof Answer.Body;
        return new Outcome(answer, next, taken ? ((Answer.Body) answer).validators() : known);
    }

    private Outcome versions(FileList list, Validators known) throws IOException {
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
            FileList more = list.with(ListPage.versions(body.body()));
            archive.remember(endpoint, more);
            boolean nothing = !more.isListing() && more.waiting().isEmpty();
            return new Outcome(nothing ? new Answer.Unchanged() : null, null, first ? body.validators() : known);
        } catch (IOException e) {
            return unreadable(e, Validators.NONE);
        }
    }

    private Outcome names(FileList list, Validators known) throws IOException {
        Answer answer = fetcher.page(endpoint.listing(1), list.validators(), archive.incoming(endpoint));
        if (answer instanceof Answer.Failure) {
            return new Outcome(answer, null, known);
        }
        try {
            if (answer instanceof Answer.Unchanged && list.last().isEmpty()) {
                throw new IOException("the listing is said to be unchanged, and was never had");
            }
            Validators own = answer instanceof Answer.Body body ? body.validators() : list.validators();
            List<String> names = answer instanceof Answer.Body body
                    ? ListPage.names(body.body(), listing.names())
                    : List.of(list.last());
            return listing.of() == Endpoint.Listed.EACH
                    ? each(list, known, names, own)
                    : newest(list, known, names, own);
        } catch (IOException e) {
            return unreadable(e, known);
        }
    }

    /** Of another name than before, what was said of the version of the file before says nothing. */
    private Outcome newest(FileList list, Validators known, List<String> names, Validators own) throws IOException {
        String name = names.get(names.size() - 1);
        archive.remember(endpoint, list.naming(name, own));
        return new Outcome(null, null, name.equals(list.last()) ? known : Validators.NONE);
    }

    private Outcome each(FileList list, Validators known, List<String> names, Validators own) throws IOException {
        FileList more = list.naming(ListPage.after(list.last(), names, listing.names()), own);
        archive.remember(endpoint, more);
        return new Outcome(more.waiting().isEmpty() ? new Answer.Unchanged() : null, null, known);
    }

    private static Outcome unreadable(IOException why, Validators known) {
        return new Outcome(Fetcher.failure(Reason.UNREADABLE, String.valueOf(why.getMessage())), null, known);
    }

    /**
     * Says that a question is over. Returns whether another is to follow at once.
     *
     * @param over whether what was asked for is asked for no more
     */
    boolean passed(boolean over) throws IOException {
        FileList list = archive.list(endpoint);
        if (over) {
            list = list.next();
            archive.remember(endpoint, list);
        }
        return list.isListing() || !list.waiting().isEmpty();
    }

    /** When a version was published: when it was committed, and after the one before it. */
    static Instant published(Instant committed, @Nullable Instant before) {
        Instant at = committed.truncatedTo(ChronoUnit.SECONDS);
        return before == null || at.isAfter(before) ? at : before.plusSeconds(1);
    }
}
