package org.tidemark.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the embedded broker promises: its directory, its port, its messages. */
class EmbeddedBrokerIT {
    private static final String TOPIC = "figures";

    @TempDir
    private Path directory = Path.of("");

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, 0));
    }

    @Test
    void aRestartOnTheSameDirectoryKeepsTheDataAndIsQuick() throws Exception {
        try (EmbeddedBroker first = start()) {
            Clients.createTopic(first.bootstrap(), TOPIC);
            Clients.send(first.bootstrap(), TOPIC, List.of(Instant.parse("2015-03-31T00:00:00Z")));
        }

        long begun = System.nanoTime();
        try (EmbeddedBroker second = start()) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
            assertThat(Clients.committed(second.bootstrap(), TOPIC))
                    .extracting(ConsumerRecord::key)
                    .containsExactly("2015-03-31T00:00:00Z");
        }
    }

    @Test
    void tenYearsOfWeeksShareOneSegment() throws Exception {
        Instant begin = Instant.parse("2015-01-02T00:00:00Z");
        List<Instant> weeks = Stream.iterate(begin, week -> week.plus(Duration.ofDays(7)))
                .limit(520)
                .toList();
        try (EmbeddedBroker broker = start()) {
            Clients.createTopic(broker.bootstrap(), TOPIC);

            Clients.send(broker.bootstrap(), TOPIC, weeks);

            assertThat(Clients.committed(broker.bootstrap(), TOPIC)).hasSize(weeks.size());
            assertThat(segments()).hasSize(1);
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("kafka/" + TOPIC + "-0"))) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        }
    }

    @Test
    void closingTakesLessThanFiveSecondsAndFreesPortAndDirectory() {
        EmbeddedBroker first = start();
        int port = port(first);

        long begun = System.nanoTime();
        first.close();
        first.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        try (EmbeddedBroker second = EmbeddedBroker.start(new EmbeddedBroker.Settings(directory, port))) {
            assertThat(port(second)).isEqualTo(port);
        }
    }

    @Test
    void nothingListensBeyondLoopback() throws IOException {
        try (EmbeddedBroker broker = start()) {
            assertThat(broker.bootstrap()).startsWith("127.0.0.1:");
            for (InetAddress address : ownAddressesBeyondLoopback()) {
                assertThatThrownBy(() -> connect(address, port(broker)))
                        .describedAs("%s", address)
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    private static List<InetAddress> ownAddressesBeyondLoopback() throws IOException {
        return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }

    @Test
    void aTakenPortIsNamedWithTheRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertRefused(
                    new EmbeddedBroker.Settings(directory, taken.getLocalPort()),
                    "port " + taken.getLocalPort() + " on 127.0.0.1 is already in use; "
                            + "stop what uses it or choose another with --kafka-port");
        }
    }

    @Test
    void aPortThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> new EmbeddedBroker.Settings(directory, 65_536))
                .isInstanceOf(BrokerStartException.class)
                .hasMessage("port 65536 does not exist; choose one of 0 (any free one) to 65535 with --kafka-port");
    }

    @Test
    void aSecondBrokerOnOneDirectoryIsRefusedAndTheFirstGoesOn() throws Exception {
        try (EmbeddedBroker first = start()) {
            assertRefused(
                    new EmbeddedBroker.Settings(directory, 0),
                    "data directory " + directory + " is in use by another broker (process "
                            + ProcessHandle.current().pid() + "); stop that one or choose another with --data-dir");

            Clients.createTopic(first.bootstrap(), TOPIC);
            Clients.send(first.bootstrap(), TOPIC, List.of(Instant.EPOCH));
        }
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("a-file"), "");

        assertRefused(
                new EmbeddedBroker.Settings(file, 0),
                "data directory " + file + " cannot be used: Not a directory (" + file
                        + "/kafka); choose another with --data-dir");
    }

    @Test
    void aFileWhereKafkaKeepsItsLogsIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("kafka"), "");

        assertRefused(
                new EmbeddedBroker.Settings(directory, 0),
                "data directory " + directory + " cannot be used: " + file
                        + " is a file, not a directory; choose another with --data-dir");
    }

    @Test
    void theDirectoryOfAnotherClusterIsLeftAlone() throws IOException {
        String foreign = "version=1\ncluster.id=5L6g3nShT-eMCtK--X86sw\nnode.id=1\n";
        Files.createDirectories(directory.resolve("kafka"));
        Path properties = Files.writeString(directory.resolve("kafka/meta.properties"), foreign);

        assertRefused(
                new EmbeddedBroker.Settings(directory, 0),
                "data directory " + directory + " belongs to another Kafka cluster; choose another with --data-dir");
        assertThat(properties).hasContent(foreign);
    }

    @Test
    void aBrokerThatFailsInTheMiddleOfItsStartSaysSoAndFreesTheDirectory() throws IOException {
        Files.createDirectories(directory.resolve("kafka"));
        try (RandomAccessFile held =
                new RandomAccessFile(directory.resolve("kafka/.lock").toFile(), "rw")) {
            held.getChannel().lock();

            assertRefused(
                    new EmbeddedBroker.Settings(directory, 0),
                    "data directory " + directory
                            + " is in use by another broker; stop that one or choose another with --data-dir");
        }

        start().close();
    }

    private static void assertRefused(EmbeddedBroker.Settings settings, String message) {
        assertThatThrownBy(() -> EmbeddedBroker.start(settings).close())
                .isInstanceOf(BrokerStartException.class)
                .hasMessage(message);
    }

    private static int port(EmbeddedBroker broker) {
        return Integer.parseInt(broker.bootstrap().substring("127.0.0.1:".length()));
    }
}
