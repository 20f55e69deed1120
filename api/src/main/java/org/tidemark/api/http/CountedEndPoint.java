package org.tidemark.api.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection that knows how fast it moves. Jetty's idle timeout begins anew with every byte, so that a byte a second
 * would keep a connection, and a thread that writes to it, for ever.
 */
final class CountedEndPoint extends SocketChannelEndPoint {
    /** A client that was fast at first is measured anew. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Object lock = new Object();
    private long waitingSince = System.nanoTime();
    private boolean spoken;
    private boolean hasAnswered;
    private boolean answering;
    private boolean bodyExpected;
    private long answeringSince;
    private long blockedSince;
    private long sentWhenBlocked;
    private boolean blocked;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();

    CountedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0) {
            received.addAndGet(filled);
        }
        return filled;
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        long before = remaining(buffers);
        boolean all = super.flush(buffers);
        sent.addAndGet(before - remaining(buffers));
        return all;
    }

    private static long remaining(ByteBuffer[] buffers) {
        long bytes = 0;
        for (ByteBuffer buffer : buffers) {
            bytes += buffer.remaining();
        }
        return bytes;
    }

    /** A request has been read up to its body. */
    void begin(boolean withBody) {
        synchronized (lock) {
            answering = true;
            bodyExpected = withBody;
            answeringSince = System.nanoTime();
        }
    }

    /** The body of the request has been read. */
    void bodyRead() {
        synchronized (lock) {
            bodyExpected = false;
        }
    }

    /** The answer has been handed over, and the next request may come. */
    void end() {
        synchronized (lock) {
            answering = false;
            hasAnswered = true;
            spoken = false;
            waitingSince = System.nanoTime();
            received.set(0);
        }
    }

    /** Since when nothing has been asked, for finding the connection that matters least; the present while it is answered. */
    long waitingSince() {
        synchronized (lock) {
            return answering ? System.nanoTime() : waitingSince;
        }
    }

    /** Closes the connection where it has outstayed one of the bounds. */
    void cutIfSlow(Bounds bounds, boolean crowded) {
        String why = outstayed(bounds, crowded, System.nanoTime());
        if (why != null) {
            close(new TimeoutException(why));
        }
    }

    private @Nullable String outstayed(Bounds bounds, boolean crowded, long now) {
        synchronized (lock) {
            if (isTooSlowToTake(bounds, crowded, now)) {
                return "the client took less than %d bytes a second".formatted(bounds.bytesPerSecond());
            }
            return answering ? outstayedByItsRequest(bounds, now) : outstayedWithoutRequest(bounds, now);
        }
    }

    private @Nullable String outstayedByItsRequest(Bounds bounds, long now) {
        long taken = now - answeringSince;
        boolean late = taken > bounds.answerWithin().toNanos()
                || (bodyExpected && taken > bounds.requestWithin().toNanos());
        return late ? "the request or its answer took too long" : null;
    }

    private @Nullable String outstayedWithoutRequest(Bounds bounds, long now) {
        if (received.get() > 0 && !spoken) {
            spoken = true;
            waitingSince = now;
        }
        boolean idle = hasAnswered && !spoken;
        long most = idle ? bounds.idle().toNanos() : bounds.requestWithin().toNanos();
        return now - waitingSince > most ? "no whole request came in time" : null;
    }

    /** Whether a write waits for the client, and the client has taken too little since it began to wait. */
    private boolean isTooSlowToTake(Bounds bounds, boolean crowded, long now) {
        if (!getWriteFlusher().isPending()) {
            blocked = false;
            return false;
        }
        if (!blocked) {
            look(now);
            return false;
        }
        long nanos = now - blockedSince;
        if (sent.get() - sentWhenBlocked < bounds.bytesPerSecond() * seconds(nanos)) {
            return nanos > (crowded ? bounds.slowAfterWhenCrowded() : bounds.slowAfter()).toNanos();
        }
        if (nanos > LOOK_AGAIN_NANOS) {
            look(now);
        }
        return false;
    }

    private void look(long now) {
        blocked = true;
        blockedSince = now;
        sentWhenBlocked = sent.get();
    }

    private static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
