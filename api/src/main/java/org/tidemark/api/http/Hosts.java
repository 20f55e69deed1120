package org.tidemark.api.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidemark.series.Excerpt;

/**
 * The names under which this server may be asked. A page of somebody else can point a name of its own at this machine
 * and read the answers in a browser here; the browser then says that name in {@code Host}.
 */
public final class Hosts {
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([0-9a-fA-F:.]{2,45})]|([A-Za-z0-9._-]{1,253}))(?::[0-9]{1,5})?");
    private static final Pattern IPV4 = Pattern.compile("(?:[0-9]{1,3}\\.){3}[0-9]{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f.]*:[0-9a-f:.]*");

    private final Set<String> names;

    private Hosts(Set<String> names) {
        this.names = names;
    }

    /**
     * Loopback names and the address that is listened on are always among them.
     *
     * @param further names or addresses, with or without a port
     * @throws IllegalArgumentException for what is neither
     */
    public static Hosts of(Collection<String> further) {
        return new Hosts(further.stream()
                .map(given -> name(given)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'%s' is no host name; write a name or an address, such as tidemark.example.org"
                                        .formatted(Excerpt.of(given)))))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * Whether an authority, such as {@code localhost:8080}, names this server.
     *
     * @param local the address on which the connection was taken
     */
    public boolean allow(String authority, SocketAddress local) {
        return name(authority)
                .filter(name -> name.equals("localhost") || names.contains(name) || isOwnAddress(name, local))
                .isPresent();
    }

    /** The name without port, brackets and the dot at its end; empty for what is none. */
    private static Optional<String> name(String authority) {
        Matcher parts = AUTHORITY.matcher(isBareIpv6(authority) ? "[" + authority + "]" : authority);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1) == null ? parts.group(2) : parts.group(1);
        String lower = name.toLowerCase(Locale.ROOT);
        return Optional.of(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }

    private static boolean isBareIpv6(String authority) {
        return authority.indexOf(':') != authority.lastIndexOf(':') && !authority.startsWith("[");
    }

    /** Only for written addresses: a name is never looked up, since whoever owns it decides what that gives. */
    private static boolean isOwnAddress(String name, SocketAddress local) {
        if (!IPV4.matcher(name).matches() && !IPV6.matcher(name).matches()) {
            return false;
        }
        try {
            InetAddress address = InetAddress.getByName(name);
            return address.isLoopbackAddress()
                    || (local instanceof InetSocketAddress here && address.equals(here.getAddress()));
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
