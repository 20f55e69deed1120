package org.tidemark.standalone.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lifetime of a run. What it holds is closed in reverse order and once: when the run ends, or when the process is
 * told to end (Ctrl-C, SIGTERM), which then waits until all is closed. Without that an ephemeral directory would stay
 * behind, and the next start would have to recover from a crash.
 */
public final class ShutdownScope implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownScope.class);

    private final Deque<AutoCloseable> held = new ArrayDeque<>();
    private final CompletableFuture<@Nullable Void> told = new CompletableFuture<>();
    private final Thread hook = new Thread(this::toldToEnd, "tidemark-stop");

    private ShutdownScope() {}

    /** A run within its lifetime. */
    public interface Body<T> {
        T within(ShutdownScope life) throws IOException, InterruptedException;
    }

    /** Opens something that must be closed. */
    public interface Opener<T extends AutoCloseable> {
        T open() throws IOException;
    }

    /**
     * Runs the body and closes what it holds.
     *
     * @throws InterruptedException when the process is told to end; what fails after that fails because of it
     */
    public static <T> T of(Body<T> body) throws IOException, InterruptedException {
        ShutdownScope life = new ShutdownScope();
        Runtime.getRuntime().addShutdownHook(life.hook);
        try (life) {
            return body.within(life);
        } catch (IOException | RuntimeException e) {
            if (life.told.isDone()) {
                LOG.info("what was going on when the process was told to end", e);
                throw new InterruptedException("the process was told to end");
            }
            throw e;
        }
    }

    /** Opens and holds it. Whoever ends the process meanwhile waits, so that nothing is left half open. */
    public synchronized <T extends AutoCloseable> T hold(Opener<T> opener) throws IOException, InterruptedException {
        if (told.isDone()) {
            throw new InterruptedException("the process was told to end");
        }
        T opened = opener.open();
        held.push(opened);
        return opened;
    }

    /** Done when the process has been told to end. */
    public CompletableFuture<@Nullable Void> told() {
        return told.copy();
    }

    private void toldToEnd() {
        told.complete(null);
        closeAll();
    }

    @Override
    public void close() {
        closeAll();
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.debug("the process is ending", ending);
        }
    }

    private synchronized void closeAll() {
        while (!held.isEmpty()) {
            AutoCloseable next = held.pop();
            try {
                next.close();
            } catch (Exception e) {
                // The others must be closed all the same, and a run that has succeeded has not failed by this.
                LOG.warn("{} did not close", next.getClass().getSimpleName(), e);
            }
        }
    }
}
