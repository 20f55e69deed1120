package org.tidemark.standalone.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;
import org.apache.kafka.storage.internals.log.UnifiedLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One Kafka node, broker and controller. The only class that knows Kafka's internals: a new version of Kafka is felt
 * here and nowhere else.
 *
 * <p>Not {@code KafkaRaftServer}, which does the same with sockets of its own and ends the process on a fault.
 */
final class KafkaNode {
    /** Who hears of a fault after which the node is of no more use. */
    interface FaultListener {
        void failed(String what, @Nullable Throwable cause);
    }

    private static final Logger LOG = LoggerFactory.getLogger(KafkaNode.class);
    // Fixed: a node refuses a directory that was formatted under another id.
    static final String CLUSTER_ID = "VGlkZW1hcmtFbWJlZGRlZA";
    private static final long STOP_METERS_MS = 60_000;
    private static final String METADATA = "__cluster_metadata-0";
    // By the group of the thread that starts a node: all threads of the node are born into it.
    private static final Map<ThreadGroup, FaultListener> LIVE = new ConcurrentHashMap<>();

    static {
        Exit.setExitProcedure(KafkaNode::refuseToEndTheProcess);
        Exit.setHaltProcedure(KafkaNode::refuseToEndTheProcess);
    }

    private final FaultListener listener;
    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    private KafkaNode(FaultListener listener, SharedServer shared, ControllerServer controller, BrokerServer broker) {
        this.listener = listener;
        this.shared = shared;
        this.controller = controller;
        this.broker = broker;
    }

    /** Formats the directory when it is new and puts the node together, without starting it. */
    static KafkaNode assemble(Premises premises, FaultListener listener) throws Exception {
        format(premises.directory().kafka());
        KafkaConfig config = new KafkaConfig(BrokerProperties.of(premises), false);
        Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> stored =
                KafkaRaftServer.initializeLogDirs(config, LOG, "embedded broker: ");
        SharedServer shared = new SharedServer(
                config,
                stored._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                faultHandlers(listener),
                handOver(List.of(premises.clients(), premises.controllers())));
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), stored._2());
        return new KafkaNode(listener, shared, controller, new BrokerServer(shared));
    }

    private static void format(Path logDirectory) throws Exception {
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerProperties.NODE_ID)
                .setClusterId(CLUSTER_ID)
                .setControllerListenerName(BrokerProperties.CONTROLLER)
                .setMetadataLogDirectory(logDirectory.toString())
                .addDirectory(logDirectory.toString())
                .setIgnoreFormatted(true);
        formatter.run();
    }

    private static FaultHandlerFactory faultHandlers(FaultListener listener) {
        return (name, fatal, action) -> fatal ? fatal(listener, name, action) : new LoggingFaultHandler(name, action);
    }

    private static FaultHandler fatal(FaultListener listener, String name, Runnable action) {
        return (message, cause) -> {
            action.run();
            String what = name + ": " + message;
            listener.failed(what, cause);
            return new IllegalStateException(what, cause);
        };
    }

    private static ServerSocketFactory handOver(List<LoopbackSocket> sockets) {
        return (listenerName, address, backlog, receiveBufferSize) -> channel(sockets, address.getPort());
    }

    private static ServerSocketChannel channel(List<LoopbackSocket> sockets, int port) {
        return sockets.stream()
                .filter(socket -> socket.port() == port)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no socket was bound for port " + port))
                .channel();
    }

    /** Kafka halts the process when its disk fails; here that must be a message and a decision of the application. */
    private static void refuseToEndTheProcess(int status, @Nullable String message) {
        String what =
                message == null ? "its storage is lost (Kafka would halt with status %d)".formatted(status) : message;
        IllegalStateException refusal = new IllegalStateException(what);
        FaultListener listener = LIVE.get(Thread.currentThread().getThreadGroup());
        if (listener != null) {
            listener.failed(what, refusal);
        }
        throw refusal;
    }

    /** Returns when the broker answers its clients. The calling thread must be of a group that is this node's alone. */
    void startup() {
        LIVE.put(Thread.currentThread().getThreadGroup(), listener);
        controller.startup();
        broker.startup();
        var unused =
                broker.kafkaScheduler().schedule("stop-meters", KafkaNode::stopMeters, STOP_METERS_MS, STOP_METERS_MS);
    }

    /**
     * Where each partition ends, the controller's log of topics with them. What has come since {@code before} is on disk
     * when this returns.
     */
    SortedMap<String, Long> ends(SortedMap<String, Long> before) {
        SortedMap<String, Long> ends = new TreeMap<>();
        for (UnifiedLog log : CollectionConverters.asJava(broker.logManager().allLogs())) {
            String partition = log.topicPartition().toString();
            long end = log.logEndOffset();
            if (end != before.getOrDefault(partition, 0L)) {
                log.flush(false);
            }
            ends.put(partition, end);
        }
        ends.put(METADATA, shared.raftManager().raftLog().highWatermark().offset());
        return ends;
    }

    /**
     * Ends the timers of the broker's meters, of which it has hundreds, each with a tick every five seconds: a fifth of what
     * an idle broker costs, for moving averages that nobody reads here. Meters that are made later begin to tick anew.
     */
    private static void stopMeters() {
        KafkaYammerMetrics.defaultRegistry().shutdown();
    }

    /** The broker first: it needs the controller to hand its partitions back. */
    void shutdown(Duration handBackMax) {
        LIVE.values().remove(listener);
        try {
            broker.shutdown(handBackMax);
        } finally {
            controller.shutdown();
        }
    }
}
