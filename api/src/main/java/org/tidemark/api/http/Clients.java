package org.tidemark.api.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** All connections of the port: how many there may be, and an end for those that are slower than the bounds. */
final class Clients extends ServerConnector {
    private static final long LOOK_EVERY_MS = 250;
    private static final int SEND_BUFFER_BYTES = 128 * 1024;

    private final Bounds bounds;
    private final BooleanSupplier crowded;
    private final Set<CountedEndPoint> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(look -> {
        Thread thread = new Thread(look, "http-bounds");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * A connector that does not listen yet.
     *
     * @param crowded whether questions wait for others to be answered
     */
    Clients(Server server, HttpConfiguration http, Bounds bounds, BooleanSupplier crowded) {
        super(server, 1, 1, new HttpConnectionFactory(http));
        this.bounds = bounds;
        this.crowded = crowded;
        setAcceptQueueSize(bounds.connections());
        // What the system takes for a client that does not read is neither known here nor small by default.
        setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        var unused =
                watch.scheduleWithFixedDelay(this::cutSlowOnes, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() throws Exception {
        watch.shutdownNow();
        super.doStop();
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        CountedEndPoint endPoint = new CountedEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        if (endPoint instanceof CountedEndPoint counted) {
            open.add(counted);
            makeRoom();
        }
    }

    @Override
    protected void onEndPointClosed(EndPoint endPoint) {
        if (endPoint instanceof CountedEndPoint counted) {
            open.remove(counted);
        }
        super.onEndPointClosed(endPoint);
    }

    /** Whoever has said nothing for longest makes room, so that many silent connections do not keep the others out. */
    private void makeRoom() {
        if (open.size() > bounds.connections()) {
            open.stream()
                    .min(Comparator.comparingLong(CountedEndPoint::waitingSince))
                    .ifPresent(longest -> longest.close(
                            new TimeoutException("more than %d connections are open".formatted(bounds.connections()))));
        }
    }

    private void cutSlowOnes() {
        boolean others = crowded.getAsBoolean();
        open.forEach(client -> client.cutIfSlow(bounds, others));
    }
}
