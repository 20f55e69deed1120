package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.api.query.PushRequest;
import org.tidemark.it.AclLines;
import org.tidemark.it.Eventually;
import org.tidemark.it.Figures;
import org.tidemark.it.SecuredBroker;
import org.tidemark.it.TestSystem;
import org.tidemark.judge.PartId;
import org.tidemark.producers.push.PushForm;
import org.tidemark.producers.push.PushIds;
import org.tidemark.series.BatchId;
import org.tidemark.series.QuarantineDecision;
import org.tidemark.standalone.logging.LogFile;
import org.tidemark.standalone.push.Pushing;
import org.tidemark.standalone.quarantine.Quarantine;
import org.tidemark.standalone.run.ExternalCluster;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** With exactly the rights of docs/security.md everything works over TLS and SASL, each of them is needed, and nobody may do what is another's. */
class RightsIT {
    private static final int YEARS = 12;
    private static final List<String> USERS =
            List.of("operator", "monitor", "ingest", "analyst", "reader", "pusher", "watch", "stranger");
    private static final Map<String, Path> CONFIGS = new HashMap<>();

    @TempDir
    private static Path dir = Path.of("");

    private static List<AclBinding> rights = List.of();
    private static SecuredBroker broker = notStarted();
    private static int made;

    @SuppressWarnings("NullAway") // JUnit starts it before any test
    private static SecuredBroker notStarted() {
        return null;
    }

    private static String password(String user) {
        return user + "-secret-4711";
    }

    private static Path page() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs")) ? here : Objects.requireNonNull(here.getParent());
        return root.resolve("docs/security.md");
    }

    @BeforeAll
    static void start() throws Exception {
        Map<String, String> passwords = new HashMap<>();
        USERS.forEach(user -> passwords.put(user, password(user)));
        broker = SecuredBroker.start(Files.createDirectory(dir.resolve("broker")), passwords);
        for (String user : USERS) {
            CONFIGS.put(user, broker.clientConfig(user, password(user)));
        }
        rights = AclLines.of(page());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static CliRun as(String user, String command, String... more) {
        return with(Objects.requireNonNull(CONFIGS.get(user)), command, more);
    }

    private static CliRun with(Path config, String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(List.of("--bootstrap", broker.bootstrap(), "--client-config", config.toString()));
        words.addAll(List.of(more));
        CliRun run = CliRun.of(words.toArray(String[]::new));
        assertThat(run.out() + run.err()).as(command).doesNotContain("-secret-");
        return run;
    }

    private static void expectRefusal(CliRun run) {
        assertThat(run.exit()).as(run.toString()).isEqualTo(1);
        assertThat(run.err().lines()).as(run.toString()).hasSize(1);
        assertThat(run.err()).startsWith("tidemark: ").doesNotContain("please report it", "Exception");
    }

    private static Map<String, String> client(String user) throws IOException {
        Properties read = new Properties();
        try (var in = Files.newBufferedReader(Objects.requireNonNull(CONFIGS.get(user)))) {
            read.load(in);
        }
        Map<String, String> client = new HashMap<>();
        read.stringPropertyNames().forEach(name -> client.put(name, read.getProperty(name)));
        return client;
    }

    /** As a monitor takes what is pushed. */
    private static void push() throws IOException {
        Map<String, Object> connection = new HashMap<>(client("pusher"));
        connection.put("bootstrap.servers", broker.bootstrap());
        byte[] body = (new Figures().firms("FI", "2022", 15.2, "2023-05-31").text()
                        + "adoption.firms.any_use,QQ,TOTAL,2024,1,percent,2025-01-01,MADE\n")
                .getBytes(StandardCharsets.UTF_8);
        Pushing pushing = new Pushing(
                connection,
                new Topics(Topics.DEFAULT_PREFIX),
                Codecs.singleObject(),
                TestSystem.CATALOGUE,
                null,
                1 << 20,
                Clock.systemUTC());
        String id = pushing.push(new PushRequest("feed", "k", PushForm.CSV, PushIds.hash(body), body))
                .pushed()
                .id();
        assertThat(pushing.find(id)).isPresent();
    }

    /** A publisher on this machine, with a row that is refused. */
    private static void watch() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = "date,jobcountry,AI_share_postings\n2024-01-01,US,1.5\n2024-01-02,US,much\n"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            Path own = Files.writeString(
                    dir.resolve("watched.yaml"),
                    "endpoints: {made: {source: INDEED_AI_POSTINGS, address: 'http://127.0.0.1:%d/a', file: a.csv, every: P1D, documentation: d, checked: 2026-11-30}}"
                            .formatted(server.getAddress().getPort()));
            CliRun run = as(
                    "watch",
                    "watch --once --allow-loopback --contact test@example.org --only made",
                    "--catalogue",
                    own.toString(),
                    "--archive",
                    dir.resolve("watched").toString());
            assertThat(run.exit()).as(run.toString()).isZero();
            assertThat(run.out()).contains("made: 1 figures received and published");
        } finally {
            server.stop(0);
        }
    }

    private static LocalSystem monitor() throws IOException {
        return LocalSystem.on(
                new ExternalCluster(broker.bootstrap(), client("monitor"), Codecs.singleObject(), (short) 1),
                new SystemSettings(
                        dir.resolve("state"),
                        0,
                        new Topics(Topics.DEFAULT_PREFIX),
                        StoreKind.MEMORY,
                        1,
                        TestSystem.CATALOGUE));
    }

    private static List<AclBinding> rightsOf(String user) {
        List<AclBinding> own = rights.stream()
                .distinct()
                .filter(right -> right.entry().principal().equals("User:" + user))
                .toList();
        assertThat(own).isNotEmpty();
        return own;
    }

    /** Whoever lacks one of his rights is told so in one line: the first command that needs it ends. */
    private static void requireEach(String user, String... commands) throws Exception {
        for (AclBinding right : rightsOf(user)) {
            String fresh = "tidemark.%s-%s"
                    .formatted(user, right.entry().operation().name().toLowerCase(Locale.ROOT));
            broker.without(right, () -> {
                List<CliRun> runs = new ArrayList<>();
                for (String command : commands) {
                    runs.add(as(user, command.replace("FRESH", fresh).replace("REFUSED", refused())));
                }
                assertThat(runs).as(right.toString()).anySatisfy(run -> {
                    expectRefusal(run);
                    assertThat(run.err()).contains("rights that docs/security.md lists");
                });
            });
        }
    }

    /**
     * Drops the rights of somebody one by one: of what he has asked the broker for, something is refused each time, so
     * that no right is covered by another. The broker is asked again, since a monitor would have to be started for each.
     */
    private static void requireEachAsUsed(String user) throws Exception {
        List<AclBinding> own = rightsOf(user);
        assertThat(broker.lacks("User:" + user)).as("%s with all of them", user).isEmpty();
        Map<AclBinding, String> refused = new HashMap<>();
        for (AclBinding right : own) {
            broker.without(right, () -> broker.lacks("User:" + user).ifPresent(what -> refused.put(right, what)));
        }
        assertThat(refused.keySet()).containsExactlyInAnyOrderElementsOf(own);
    }

    private static Path figures() throws IOException {
        Figures figures = new Figures();
        for (int i = 0; i < YEARS; i++) {
            figures.firms("DK", Integer.toString(2010 + i), 2.0 + i, "2022-03-01");
        }
        for (int i = 0; i < YEARS; i++) {
            figures.firms("DK", Integer.toString(2010 + i), 1.3 * (2 + i), "2022-04-01");
        }
        // What raises an alert, and what a monitor refuses.
        for (int i = 0; i < YEARS; i++) {
            figures.firms("SE", Integer.toString(2010 + i), 4.0 + 3 * i, 2011 + i + "-03-01");
        }
        figures.firms("SE", "2022", 140, "2023-03-01");
        return figures.in(dir, "rewritten.csv");
    }

    /** A file with a row that a reader refuses and nobody has refused before. */
    private static String refused() throws IOException {
        String economy = "Q" + (char) ('A' + ++made);
        return new Figures()
                .row("adoption.firms.any_use,%s,TOTAL,2024,1,percent,2025-01-01,MADE".formatted(economy))
                .firms("NO", "2024", 12, "2025-01-01")
                .in(dir, economy + ".csv")
                .toString();
    }

    @Test
    @DisplayName(
            "TLS, SASL and ACLs: each command works with exactly the rights that docs/security.md lists, and no secret is shown")
    void everythingWorksWithTheseRights() throws Exception {
        String figures = figures().toString();
        expectRefusal(as("operator", "topics"));
        broker.grant(rights);

        assertThat(as("operator", "topics").exit()).isZero();
        LocalSystem system = monitor();
        try (system) {
            CliRun ingested = as("ingest", "ingest " + figures);
            assertThat(ingested.exit()).as(ingested.toString()).isEqualTo(ErrorLine.REFUSED);
            Eventually.until(() -> as("analyst", "quarantine list").out().contains(": held"));

            CliRun released = as("analyst", "quarantine release", "--economy", "DK", "--by", "Ada");
            assertThat(released.exit()).as(released.toString()).isZero();
            Eventually.until(
                    () -> as("analyst", "quarantine list", "--all").out().contains("by decision (Ada)"));

            CliRun replayed = as(
                    "reader",
                    "replay",
                    "--from-topic",
                    "--out",
                    dir.resolve("out").toString());
            assertThat(replayed.exit()).as(replayed.toString()).isEqualTo(ErrorLine.REFUSED);
            assertThat(Files.readString(dir.resolve("out/quarantine.csv"))).contains(",Ada\n");

            // What is another's.
            expectRefusal(as("ingest", "topics", "--prefix", "other"));
            expectRefusal(as("reader", "ingest " + figures));
            expectRefusal(as("reader", "quarantine release", "--economy", "DK"));
            expectRefusal(as("operator", "ingest " + figures));
            expectRefusal(as("analyst", "topics", "--prefix", "other"));
            expectRefusal(as("stranger", "quarantine list"));
            expectRefusal(as("stranger", "ingest " + figures));
            expectRefusal(as(
                    "stranger",
                    "replay",
                    "--from-topic",
                    "--out",
                    dir.resolve("none").toString()));
            expectRefusal(as(
                    "reader",
                    "monitor",
                    "--port",
                    "0",
                    "--state-dir",
                    dir.resolve("readers").toString()));

            push();
            watch();
            expectRefusal(as("reader", "watch --once --allow-loopback --contact test@example.org --only fred-md"));

            // A decision over HTTP is sent by the monitor.
            new Quarantine(system.connection(), system.topics(), Codecs.singleObject())
                    .decide(
                            List.of(new PartId(
                                    "DK",
                                    "adoption.firms.any_use",
                                    new BatchId("MADE", "none", Instant.EPOCH, "none"))),
                            QuarantineDecision.Action.DISCARD,
                            Instant.now(),
                            "",
                            "Ada");
            assertThat(rightsOf("monitor")).allSatisfy(right -> assertThat(broker.hasUsed(right))
                    .as("somebody needs " + right)
                    .isTrue());
        }
        requireEachAsUsed("monitor");
        requireEachAsUsed("pusher");
        requireEachAsUsed("watch");
        requireEach("operator", "topics", "topics --prefix FRESH");
        requireEach("ingest", "ingest --no-wait REFUSED");
        requireEach("analyst", "quarantine list", "quarantine release --economy DK");
        requireEach("reader", "quarantine list");
    }

    @Test
    @DisplayName("a wrong password, and a certificate that nobody has vouched for, are one line each")
    void whoIsNotKnownIsTold() throws Exception {
        expectRefusal(with(broker.clientConfig("analyst", "wrong-secret-1"), "quarantine list"));
        Path untrusting = dir.resolve("untrusting.properties");
        List<String> trusting = Files.readAllLines(Objects.requireNonNull(CONFIGS.get("analyst")));
        Files.write(
                untrusting,
                trusting.stream()
                        .filter(line -> !line.startsWith("ssl.truststore"))
                        .toList());
        expectRefusal(with(untrusting, "quarantine list"));
    }

    @Test
    @DisplayName("no password is in the log, however much is logged")
    void noPasswordIsInTheLog() throws Exception {
        List<String> loud = List.of("org.apache.kafka.common", "org.apache.kafka.clients", "org.tidemark");
        loud.forEach(name -> Configurator.setLevel(name, Level.TRACE));
        try {
            expectRefusal(with(broker.clientConfig("analyst", "wrong-secret-2"), "quarantine list"));
        } finally {
            Configurator.reconfigure();
        }

        Path log = LogFile.current().orElseThrow();
        assertThat(Files.readString(log)).contains("TRACE").doesNotContain("-secret-");
    }
}
