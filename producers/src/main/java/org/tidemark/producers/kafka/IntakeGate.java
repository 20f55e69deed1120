package org.tidemark.producers.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.AuthorizationException;
import org.tidemark.version.SystemNote;

/**
 * Holds back whoever publishes while the monitor of an own broker takes nothing in, since what is sent meanwhile would fill
 * the disk that is almost full. A note on the cluster tells.
 */
public final class IntakeGate {
    private static final String NOTE = "intake";
    private static final String STOPPED = "stopped";
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration ASK_EVERY = Duration.ofMillis(200);

    private final Supplier<Optional<String>> stopped;
    private final Duration patience;
    private final Consumer<String> says;
    private long lookedAt;
    private boolean looked;

    /**
     * Looks at nothing yet.
     *
     * @param patience how long to wait for room
     * @param says takes one line where it has to wait
     */
    public IntakeGate(NoteBook notes, Duration patience, Consumer<String> says) {
        this(() -> stoppedBecause(notes), patience, says);
    }

    IntakeGate(Supplier<Optional<String>> stopped, Duration patience, Consumer<String> says) {
        this.stopped = stopped;
        this.patience = patience;
        this.says = says;
    }

    /** The note that nothing is taken in. */
    public static SystemNote stopped(String why, Instant at) {
        return SystemNote.of(NOTE, at, Map.of(STOPPED, why));
    }

    /** The note that everything is taken in. */
    public static SystemNote open(Instant at) {
        return SystemNote.of(NOTE, at, Map.of());
    }

    /** Why nothing is taken in; empty while everything is, and where notes cannot be read. */
    public static Optional<String> stoppedBecause(NoteBook notes) {
        try {
            return notes.latest(NOTE).map(note -> note.values().get(STOPPED));
        } catch (PublishException e) {
            if (e.getCause() instanceof AuthorizationException) {
                // A broker with rights is a cluster of others, and those look after their disks themselves.
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Returns at once while everything is taken in; else waits, with one line.
     *
     * @throws PublishException in one line, when there has been no room for so long
     */
    public void await() {
        if (looked && System.nanoTime() - lookedAt < LOOK_EVERY.toNanos()) {
            return;
        }
        Optional<String> why = stopped.get();
        if (why.isPresent()) {
            if (patience.isZero()) {
                throw noRoom(why.get());
            }
            says.accept("%s; waiting up to %d s, nothing more is sent meanwhile"
                    .formatted(why.get(), patience.toSeconds()));
            awaitRoom(why.get());
        }
        looked = true;
        lookedAt = System.nanoTime();
    }

    private void awaitRoom(String first) {
        long deadline = System.nanoTime() + patience.toNanos();
        Optional<String> why = Optional.of(first);
        while (why.isPresent()) {
            if (System.nanoTime() - deadline >= 0) {
                throw noRoom(why.get());
            }
            try {
                Thread.sleep(ASK_EVERY.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for room on the disk of the broker");
            }
            why = stopped.get();
        }
    }

    private PublishException noRoom(String why) {
        return new PublishException(
                "%s; %s, so not all is sent: free some space, then run this again (what is known changes nothing)"
                        .formatted(
                                why,
                                patience.isZero()
                                        ? "not waited"
                                        : "there was no room within %d s".formatted(patience.toSeconds())));
    }
}
