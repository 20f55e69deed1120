package org.tidemark.standalone.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.Optional;

/** Where this process is reached by those that listen elsewhere. */
final class OwnAddress {
    private OwnAddress() {}

    /** The port that is asked for, or a free one for 0. What listens there says so if another takes it meanwhile. */
    static int port(String host, int asked) {
        if (asked != 0) {
            return asked;
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return free.getLocalPort();
        } catch (IOException e) {
            // It cannot be listened on either, which is told where it is tried.
            return 1;
        }
    }

    /** The address that is listened on; where that is every address of this machine, one that others can reach. */
    static String of(String host, int port) {
        try {
            InetAddress listens = InetAddress.getByName(host);
            InetAddress reached = listens.isAnyLocalAddress() ? reachable().orElse(listens) : listens;
            return HttpAddress.of(withoutZone(reached), port);
        } catch (UnknownHostException e) {
            return HttpAddress.of(host, port);
        }
    }

    private static String withoutZone(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** The address of this machine's name, as in a container; of another machine, that of the first interface which is up. */
    private static Optional<InetAddress> reachable() {
        try {
            InetAddress named = InetAddress.getLocalHost();
            return named.isLoopbackAddress() ? ofInterfaces() : Optional.of(named);
        } catch (UnknownHostException e) {
            return ofInterfaces();
        }
    }

    private static Optional<InetAddress> ofInterfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(OwnAddress::isUp)
                    .sorted(Comparator.comparingInt(NetworkInterface::getIndex))
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress())
                    .findFirst();
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }
}
