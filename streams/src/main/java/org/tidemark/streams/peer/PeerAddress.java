package org.tidemark.streams.peer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where other monitors reach one.
 *
 * @param host a name, or an address without brackets
 */
public record PeerAddress(String host, int port) {
    private static final Pattern WRITTEN = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");
    private static final Pattern HOST = Pattern.compile("[0-9a-fA-F:.%]+|[A-Za-z0-9._-]+");
    private static final int PORT_MAX = 65_535;

    public PeerAddress {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("'%s' is no host name and no address".formatted(host));
        }
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("port is %d; it must be 1 to %d".formatted(port, PORT_MAX));
        }
    }

    /**
     * Reads {@code host:port}, an IPv6 address in brackets.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static PeerAddress parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no address; write HOST:PORT, such as 10.0.0.7:8080 or [fd00::7]:8080".formatted(text));
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return new PeerAddress(host, Integer.parseInt(parts.group(3)));
    }

    /** As {@link #parse} reads it. */
    public String written() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
