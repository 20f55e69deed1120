package org.tidemark.api.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client that says exactly what it is told to, as slowly as it likes. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;
    private final Socket socket = new Socket();

    /** One whose side takes little before it has read. */
    RawClient(int port) {
        try {
            socket.setReceiveBufferSize(1_024);
            socket.setSoTimeout(PATIENCE_MS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawClient say(String text) {
        return say(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return this;
        } catch (SocketException e) {
            // What was refused half way may still have been answered.
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a byte of the answer is here. */
    boolean isAnswered() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One byte of the answer; -1 when the server has ended it. */
    int readOne() {
        try {
            return socket.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All until the server closes, which it has to. */
    String readToTheEnd() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
            }
        } catch (SocketException e) {
            all.writeBytes("<reset>".getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
