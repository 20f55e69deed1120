package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.CatalogueYaml;
import org.tidemark.catalogue.Endpoint;
import org.tidemark.catalogue.ShippedCatalogue;

/** A file of two gigabytes, and a certificate that nobody vouches for. */
class HugeAndForgedTest {
    private static final long HUGE = 2L << 30;
    private static final int BYTES_MAX = 100_000;
    /** What lies in buffers of both sides when the one hangs up. */
    private static final long IN_FLIGHT_MAX = 64L << 20;

    @TempDir
    private Path dir = Path.of("");

    private Answer ask(String address) {
        String entry =
                "endpoints:\n  one: {source: INDEED_AI_POSTINGS, address: '%s', file: a.csv, every: P1D, bytes_max: %d, documentation: d, checked: 2026-11-30}\n"
                        .formatted(address, BYTES_MAX);
        Endpoint one = ShippedCatalogue.with(List.of(new CatalogueYaml.Text("own.yaml", entry)))
                .endpoints()
                .get("one");
        return new Fetcher("tidemark-test", AskingLimits.DEFAULT, new Keys(Map.of()), true, Clock.systemUTC())
                .ask(Objects.requireNonNull(one), Validators.NONE, dir.resolve("a.part"));
    }

    @ParameterizedTest
    @DisplayName("of a file of 2 GB no more is taken than may be, whether its length is promised or not")
    @ValueSource(longs = {HUGE, 0})
    void aFileOfTwoGigabytes(long promised) throws Exception {
        AtomicLong sent = new AtomicLong();
        try (Stage stage = new Stage()) {
            stage.script("/a", exchange -> {
                exchange.sendResponseHeaders(200, promised);
                byte[] piece = new byte[1 << 16];
                while (sent.get() < HUGE) {
                    exchange.getResponseBody().write(piece);
                    sent.addAndGet(piece.length);
                }
            });

            Answer answer = ask(stage.address("/a"));

            assertThat(answer).isInstanceOfSatisfying(Answer.Failure.class, failure -> assertThat(failure.reason())
                    .isEqualTo(Reason.TOO_LARGE));
            assertThat(stage.asked()).hasSize(1);
        }
        assertThat(sent.get()).isLessThan(IN_FLIGHT_MAX);
        assertThat(dir.resolve("a.part")).satisfies(file -> assertThat(Files.exists(file) ? Files.size(file) : 0)
                .isLessThanOrEqualTo(BYTES_MAX));
    }

    @Test
    @DisplayName("a publisher with a certificate that nobody vouches for is not believed, and told by its reason")
    void aCertificateThatNobodyVouchesFor() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('a');
        });
        server.start();
        try {
            Answer answer =
                    ask("https://localhost:%d/a".formatted(server.getAddress().getPort()));

            assertThat(answer).isInstanceOfSatisfying(Answer.Failure.class, failure -> assertThat(failure.reason())
                    .isEqualTo(Reason.TLS));
        } finally {
            server.stop(0);
        }
    }

    private SSLContext context() throws Exception {
        Path store = dir.resolve("store.p12");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
