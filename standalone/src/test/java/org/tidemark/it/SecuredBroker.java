package org.tidemark.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker that lets nobody in without a password, speaks TLS with a certificate made for this run, and allows nothing
 * that its ACLs do not. A second listener, for the test alone, may do everything.
 */
public final class SecuredBroker implements AutoCloseable {
    private static final String STORE_PASSWORD = "store-secret-8d1f";

    private final KafkaRaftServer server;
    private final Path dir;
    private final int securedPort;
    private final int openPort;

    private SecuredBroker(KafkaRaftServer server, Path dir, int securedPort, int openPort) {
        this.server = server;
        this.dir = dir;
        this.securedPort = securedPort;
        this.openPort = openPort;
    }

    /**
     * Starts one.
     *
     * @param passwords of its users
     */
    public static SecuredBroker start(Path dir, Map<String, String> passwords) throws Exception {
        certificate(dir);
        int[] ports = freePorts(3);
        Map<String, String> config = config(dir, ports, passwords);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(1)
                .setClusterId("c2VjdXJlZC10ZXN0LWtyYQ")
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(dir.resolve("log").toString())
                .addDirectory(dir.resolve("log").toString())
                .run();
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        server.startup();
        return new SecuredBroker(server, dir, ports[0], ports[1]);
    }

    /** Where users come in. */
    public String bootstrap() {
        return "127.0.0.1:" + securedPort;
    }

    /** Where the test itself may do everything. */
    public Map<String, Object> open() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + openPort);
    }

    /** What a test does meanwhile. */
    public interface Step {
        void run() throws Exception;
    }

    /** Gives these rights, and returns when they hold. */
    public void grant(List<AclBinding> rights) throws Exception {
        try (Admin admin = Admin.create(open())) {
            admin.createAcls(rights).all().get();
            awaitRights(admin, rights.stream().distinct().count());
        }
    }

    /** Does something while somebody lacks one of the rights that he was given. */
    public void without(AclBinding right, Step step) throws Exception {
        try (Admin admin = Admin.create(open())) {
            long all = admin.describeAcls(AclBindingFilter.ANY).values().get().size();
            admin.deleteAcls(List.of(right.toFilter())).all().get();
            awaitRights(admin, all - 1);
            try {
                step.run();
            } finally {
                admin.createAcls(List.of(right)).all().get();
                awaitRights(admin, all);
            }
        }
    }

    private static void awaitRights(Admin admin, long count) throws Exception {
        Eventually.until(
                () -> admin.describeAcls(AclBindingFilter.ANY).values().get().size() == count);
    }

    /** Whether anybody has done what a right allows and was let. */
    public boolean hasUsed(AclBinding right) {
        return RecordingAuthorizer.hasUsed(right);
    }

    /** Something that a user was let do and would not be let by the rights of now, as the broker itself judges; empty where there is nothing. */
    public Optional<String> lacks(String principal) {
        return RecordingAuthorizer.lacks(principal);
    }

    /** A file for {@code --client-config}. */
    public Path clientConfig(String user, String password) throws IOException {
        return Files.write(
                Files.createTempFile(dir, user, ".properties"),
                List.of(
                        "security.protocol=SASL_SSL",
                        "sasl.mechanism=PLAIN",
                        "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                                .formatted(user, password),
                        "ssl.truststore.type=PEM",
                        "ssl.truststore.location=" + dir.resolve("ca.pem")));
    }

    private static Map<String, String> config(Path dir, int[] ports, Map<String, String> passwords) {
        Map<String, String> all = new TreeMap<>();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("controller.quorum.voters", "1@127.0.0.1:" + ports[2]);
        all.put(
                "listeners",
                "SECURED://127.0.0.1:%d,OPEN://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(ports[0], ports[1], ports[2]));
        all.put("advertised.listeners", "SECURED://127.0.0.1:%d,OPEN://127.0.0.1:%d".formatted(ports[0], ports[1]));
        all.put("listener.security.protocol.map", "SECURED:SASL_SSL,OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("inter.broker.listener.name", "OPEN");
        all.put("controller.listener.names", "CONTROLLER");
        all.put("listener.name.secured.sasl.enabled.mechanisms", "PLAIN");
        all.put(
                "listener.name.secured.plain.sasl.jaas.config",
                passwords.entrySet().stream()
                        .map(user -> " user_%s=\"%s\"".formatted(user.getKey(), user.getValue()))
                        .collect(Collectors.joining(
                                "", "org.apache.kafka.common.security.plain.PlainLoginModule required", ";")));
        all.put("listener.name.secured.ssl.keystore.type", "PKCS12");
        all.put(
                "listener.name.secured.ssl.keystore.location",
                dir.resolve("broker.p12").toString());
        all.put("listener.name.secured.ssl.keystore.password", STORE_PASSWORD);
        all.put("authorizer.class.name", RecordingAuthorizer.class.getName());
        all.put("super.users", "User:ANONYMOUS");
        all.put("allow.everyone.if.no.acl.found", "false");
        all.put("log.dirs", dir.resolve("log").toString());
        all.put("auto.create.topics.enable", "false");
        all.put("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        all.put("log.retention.ms", "-1");
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("log.cleaner.dedupe.buffer.size", Integer.toString(24 << 20));
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            all.put(topic + ".replication.factor", "1");
            all.put(topic + ".num.partitions", "1");
        }
        all.put("transaction.state.log.min.isr", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        return all;
    }

    private static int[] freePorts(int count) throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        int[] ports = new int[count];
        for (int i = 0; i < count; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            ports[i] = held.get(i).getLocalPort();
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return ports;
    }

    /** A certificate of an authority that nobody knows but who is given its file. */
    private static void certificate(Path dir) throws IOException, InterruptedException {
        String store = dir.resolve("broker.p12").toString();
        keytool(List.of(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-ext",
                "bc:c",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store,
                "-storepass",
                STORE_PASSWORD));
        keytool(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-keystore",
                store,
                "-storepass",
                STORE_PASSWORD,
                "-file",
                dir.resolve("ca.pem").toString()));
    }

    private static void keytool(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
