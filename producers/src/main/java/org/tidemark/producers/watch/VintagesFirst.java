package org.tidemark.producers.watch;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.tidemark.catalogue.Endpoint;

/**
 * The order in which endpoints are asked. What a publisher has kept of earlier years comes before what it says today: the first
 * file of a series is taken for what was known before, and the file of today would put today's revisions there.
 */
final class VintagesFirst {
    private static final int TODAY = 2;

    private final List<Endpoint> endpoints;

    VintagesFirst(Collection<Endpoint> endpoints) {
        this.endpoints = endpoints.stream()
                .sorted(Comparator.comparing(VintagesFirst::rank).thenComparing(Endpoint::id))
                .toList();
    }

    /** What is remembered of an endpoint. */
    @FunctionalInterface
    interface States {
        EndpointState of(Endpoint endpoint) throws IOException;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Whether vintages of its source, which come before it, are still to be asked for. One that failed is not waited for. */
    boolean waits(Endpoint endpoint, States states, Instant now) throws IOException {
        for (Endpoint before : endpoints) {
            if (before.equals(endpoint)) {
                return false;
            }
            if (rank(before) < TODAY && before.source().equals(endpoint.source()) && isToCome(before, states, now)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToCome(Endpoint before, States states, Instant now) throws IOException {
        EndpointState state = states.of(before);
        return state.hash().isEmpty() && state.failures() == 0 && !state.due().isAfter(now.plus(before.pause()));
    }

    private static int rank(Endpoint endpoint) {
        Endpoint.Zip zip = endpoint.zip();
        if (zip != null && zip.all()) {
            return 0;
        }
        Endpoint.Listing listing = endpoint.listing();
        return listing != null && listing.of() == Endpoint.Listed.EACH ? 1 : TODAY;
    }
}
