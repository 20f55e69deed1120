package org.tidemark.streams.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.wire.RegistryException;

/**
 * What happens when a stream thread dies. A fault that may pass (a broker that is away) costs the thread, which is
 * replaced, a few times in a while; any other, or one too many, stops the application, so that it is not restarted in
 * circles over a record that kills it each time.
 */
final class FaultPolicy implements StreamsUncaughtExceptionHandler {
    static final int REPLACED_MAX = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);
    /** Longer than it takes to ask a registry some times, to be replaced and to come to the same record again. */
    static final Duration WAITING = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(FaultPolicy.class);

    private final Clock clock;
    private final Predicate<String> rebuilt;
    private final Deque<Instant> replaced = new ArrayDeque<>();
    private volatile @Nullable String fatal;
    private volatile @Nullable Waiting waiting;

    private record Waiting(Instant since, String what) {}

    FaultPolicy(Clock clock) {
        this(clock, damage -> false);
    }

    /**
     * One that leaves damage of stores to another.
     *
     * @param rebuilt takes what is damaged and says whether it will be read again from the log
     */
    FaultPolicy(Clock clock, Predicate<String> rebuilt) {
        this.clock = clock;
        this.rebuilt = rebuilt;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable fault) {
        Instant now = clock.instant();
        if (isLostSchema(fault)) {
            waiting = new Waiting(now, line(fault));
            LOG.warn("a stream thread died and is replaced, since records must not be refused: {}", line(fault));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        while (!replaced.isEmpty() && replaced.getFirst().isBefore(now.minus(WINDOW))) {
            replaced.removeFirst();
        }
        if (mayPass(fault) && replaced.size() < REPLACED_MAX) {
            replaced.addLast(now);
            LOG.warn("a stream thread died and is replaced ({} of {}): {}", replaced.size(), REPLACED_MAX, line(fault));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        String damage = StoreDamage.of(fault);
        if (damage != null && fatal == null && rebuilt.test(damage)) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (fatal == null) {
            fatal = line(fault);
            LOG.error("the application stops: {}", fatal, fault);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Stops the application for a reason that is no fault of a thread. */
    synchronized void stop(String why) {
        if (fatal == null) {
            fatal = why;
            LOG.error("the application stops: {}", why);
        }
    }

    /** What is waited for without end, or null; said for a while after the last thread that died of it. */
    @Nullable
    String waiting() {
        Waiting last = waiting;
        return last != null && last.since().isAfter(clock.instant().minus(WAITING)) ? last.what() : null;
    }

    private static boolean isLostSchema(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryException registry && registry.isLost()) {
                return true;
            }
        }
        return false;
    }

    /** Why the application stopped, or null while no fault was fatal. */
    @Nullable
    String fatal() {
        return fatal;
    }

    private static boolean mayPass(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryException registry && registry.isUnavailable()) {
                return true;
            }
            // A source topic that a broker has not heard of yet: it was made a moment ago.
            if (cause instanceof RetriableException || cause instanceof MissingSourceTopicException) {
                return true;
            }
        }
        return false;
    }

    /** The root cause in one line: what is around it says only where it happened. */
    static String line(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof OutOfMemoryError) {
            return "out of memory (%s) with a heap of %d MiB; give it more with JAVA_OPTS=-Xmx2g"
                    .formatted(root.getMessage(), Runtime.getRuntime().maxMemory() >> 20);
        }
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        return text.lines().findFirst().orElse(text);
    }
}
