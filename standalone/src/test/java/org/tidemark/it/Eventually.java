package org.tidemark.it;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks again and again until something holds. The bound is for a test that would otherwise never end. */
public final class Eventually {
    private static final long BOUND_NANOS = TimeUnit.MINUTES.toNanos(2);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Eventually() {}

    public static void until(Callable<Boolean> holds) throws Exception {
        long deadline = System.nanoTime() + BOUND_NANOS;
        while (!holds.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it has not come about in two minutes");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }
}
