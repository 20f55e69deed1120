package org.tidemark.standalone.cli;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as programs can open them: an IPv6 address is short, and in brackets where a port follows. */
final class HttpAddress {
    /** The groups of zeros that RFC 5952 writes as two colons: two at least, and the longest such run is found first. */
    private static final Pattern[] ZEROS = {
        zeros(8), zeros(7), zeros(6), zeros(5), zeros(4), zeros(3), zeros(2),
    };

    private HttpAddress() {}

    private static Pattern zeros(int groups) {
        return Pattern.compile("(?:^|:)0(?::0){%d}(?:$|:|(?=%%))".formatted(groups - 1));
    }

    /** {@code HOST:PORT}, with brackets around a host that has colons of its own. */
    static String of(String host, int port) {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + shortened(host) + "]:" + port;
    }

    /** The numbers of a host, given with or without brackets. */
    static String numbers(String host) throws UnknownHostException {
        return shortened(InetAddress.getByName(host).getHostAddress());
    }

    /**
     * Brokers as a Kafka client takes them: {@code ::1:9092} becomes {@code [::1]:9092}. What has a name, brackets or an
     * IPv4 address is left as it is.
     */
    static String brokers(String list) {
        String[] brokers = list.split(",", -1);
        for (int i = 0; i < brokers.length; i++) {
            brokers[i] = broker(brokers[i].strip());
        }
        return String.join(",", brokers);
    }

    private static String broker(String broker) {
        int port = broker.lastIndexOf(':');
        if (port < 0 || broker.startsWith("[") || broker.indexOf(':') == port) {
            return broker;
        }
        String host = broker.substring(0, port);
        return isIpv6(host) ? "[" + host + "]" + broker.substring(port) : broker;
    }

    /** Only an address is asked for: one that has a colon is never looked up. */
    private static boolean isIpv6(String host) {
        try {
            return host.indexOf(':') >= 0 && InetAddress.getByName("[" + host + "]") instanceof Inet6Address;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String shortened(String host) {
        if (host.indexOf(':') < 0 || host.contains("::")) {
            return host;
        }
        for (Pattern zeros : ZEROS) {
            Matcher run = zeros.matcher(host);
            if (run.find()) {
                return run.replaceFirst("::");
            }
        }
        return host;
    }
}
