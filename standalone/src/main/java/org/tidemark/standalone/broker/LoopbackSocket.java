package org.tidemark.standalone.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * A listening socket that is bound before the broker starts and then handed to it. Port 0 is therefore chosen by the
 * kernel and never lost to another process between choosing and binding, and a taken port is known before anything
 * is written.
 */
final class LoopbackSocket implements AutoCloseable {
    static final String HOST = "127.0.0.1";
    private static final byte[] ADDRESS = {127, 0, 0, 1};
    private static final int BACKLOG = 50;

    private final ServerSocketChannel channel;
    private final int port;

    private LoopbackSocket(ServerSocketChannel channel, int port) {
        this.channel = channel;
        this.port = port;
    }

    static LoopbackSocket bind(int port) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.configureBlocking(false);
                channel.bind(new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port), BACKLOG);
                return new LoopbackSocket(channel, channel.socket().getLocalPort());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (BindException e) {
            throw new BrokerStartException(
                    "port %d on %s is already in use; stop what uses it or choose another with --kafka-port"
                            .formatted(port, HOST),
                    e);
        } catch (IOException e) {
            throw new BrokerStartException(
                    "port %d on %s cannot be opened: %s; choose another with --kafka-port"
                            .formatted(port, HOST, e.getMessage()),
                    e);
        }
    }

    int port() {
        return port;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("port %d did not close".formatted(port), e);
        }
    }
}
