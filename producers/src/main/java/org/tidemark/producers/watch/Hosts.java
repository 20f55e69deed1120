package org.tidemark.producers.watch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/** Which hosts may be asked: those that the whole world can reach, so that no address leads into somebody's own network. */
final class Hosts {
    private static final int PORT_MAX = 65_535;
    private static final int CARRIER_FIRST = 100;
    private static final int CARRIER_MASK = 0xC0;
    private static final int CARRIER_SECOND = 64;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int UNIQUE_LOCAL = 0xFC;

    private final boolean loopback;

    /**
     * The rule.
     *
     * @param loopback whether this machine may be asked too, and without encryption: for tests
     */
    Hosts(boolean loopback) {
        this.loopback = loopback;
    }

    /** Why an address must not be asked; empty where it may. */
    String trouble(URI address) {
        String host = address.getHost();
        if (host == null) {
            return "%s names no host".formatted(address);
        }
        if (address.getPort() > PORT_MAX) {
            return "%s has a port beyond %d".formatted(host, PORT_MAX);
        }
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return "no such host: %s".formatted(host);
        }
        for (InetAddress one : all) {
            boolean here = loopback && one.isLoopbackAddress();
            if (!here && isPrivate(one)) {
                return "%s is %s, which is no public address".formatted(host, one.getHostAddress());
            }
            if (!here && !"https".equals(scheme(address))) {
                return "%s is not https".formatted(address);
            }
        }
        return "";
    }

    static String scheme(URI address) {
        return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        boolean carrier = bytes.length == 4 && bytes[0] == CARRIER_FIRST && (bytes[1] & CARRIER_MASK) == CARRIER_SECOND;
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrier;
    }
}
