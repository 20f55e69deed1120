package org.tidemark.standalone.replay;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.flow.EconomyEngine;

/** A thread that leads one engine through what is put before it, in order. */
final class Lane implements AutoCloseable {
    /** Enough that neither side waits for the other at each release, few enough to stay in the caches. */
    private static final int WAITING_MAX = 4_096;

    private static final End END = new End();

    private final EconomyEngine engine;
    private final BlockingQueue<Consumer<EconomyEngine>> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    Lane(String name, EconomyEngine engine) {
        this.engine = engine;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            for (Consumer<EconomyEngine> next = waiting.take(); next != END; next = waiting.take()) {
                if (failure == null) {
                    lead(next);
                } else if (next instanceof Reached reached) {
                    reached.accept(engine);
                }
            }
        } catch (InterruptedException e) {
            failure = e;
            Thread.currentThread().interrupt();
        }
    }

    /** What fails ends the replay where it is looked at next; the rest is taken and thrown away, so that nobody waits. */
    private void lead(Consumer<EconomyEngine> next) {
        try {
            next.accept(engine);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Puts something before the engine, when there is room. */
    void put(Consumer<EconomyEngine> next) {
        failIfFailed();
        try {
            waiting.put(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the engine was waited for", e);
        }
    }

    /** Ends the thread. */
    private static final class End implements Consumer<EconomyEngine> {
        @Override
        public void accept(EconomyEngine engine) {
            throw new IllegalStateException("the thread ends before it");
        }
    }

    /** Says when all that was put before it is done. */
    private record Reached(CountDownLatch latch) implements Consumer<EconomyEngine> {
        @Override
        public void accept(EconomyEngine engine) {
            latch.countDown();
        }
    }

    /** Returns when all is done. */
    void drain() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        put(new Reached(reached));
        reached.await();
        failIfFailed();
    }

    private void failIfFailed() {
        Throwable why = failure;
        if (why != null) {
            throw new IllegalStateException("the engine has failed: " + why.getMessage(), why);
        }
    }

    @Override
    public void close() {
        if (!waiting.offer(END)) {
            thread.interrupt();
        }
    }
}
