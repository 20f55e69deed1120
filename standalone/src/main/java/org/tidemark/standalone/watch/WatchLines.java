package org.tidemark.standalone.watch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.producers.watch.Reason;
import org.tidemark.producers.watch.WatchListener;

/**
 * Says what came of each question, a line each, and passes it on.
 *
 * @param out for what was received
 * @param err for what failed
 */
public record WatchLines(PrintWriter out, PrintWriter err, WatchListener next) implements WatchListener {
    @Override
    public void received(Endpoint endpoint, Path file, long figures, Instant at) {
        out.printf(
                Locale.ROOT,
                "%s %s: %,d figures received and published, kept as %s%n",
                time(at),
                endpoint.id(),
                figures,
                file);
        out.flush();
        next.received(endpoint, file, figures, at);
    }

    @Override
    public void unchanged(Endpoint endpoint, Instant at) {
        out.printf(Locale.ROOT, "%s %s: nothing new%n", time(at), endpoint.id());
        out.flush();
        next.unchanged(endpoint, at);
    }

    @Override
    public void failed(Endpoint endpoint, Reason reason, String detail, Instant at, Instant again) {
        err.printf(
                Locale.ROOT,
                "tidemark: %s %s: %s: %s; asked again at %s%n",
                time(at),
                endpoint.id(),
                reason,
                detail,
                time(again));
        err.flush();
        next.failed(endpoint, reason, detail, at, again);
    }

    @Override
    public void waits(Endpoint endpoint, Instant again, int failures) {
        next.waits(endpoint, again, failures);
    }

    @Override
    public void standsBy(boolean now) {
        out.println(
                now
                        ? "another watch of this cluster asks; this one stands by, and asks when that one ends"
                        : "no other watch of this cluster asks; this one does");
        out.flush();
        next.standsBy(now);
    }

    private static Instant time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
