package org.tidemark.standalone.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker in this JVM, on a directory that it keeps between runs, listening on 127.0.0.1 alone.
 *
 * <p>Topics are not created by themselves, nothing is deleted by age unless a topic says so, and records may carry any
 * time from 1970 on.
 */
public final class EmbeddedBroker implements AutoCloseable {
    /** Where the broker keeps its data and which port its clients use; 0 takes a free one. */
    public record Settings(DataPlace place, int port) {
        private static final int PORT_MAX = 65_535;

        public Settings(Path dataDir, int port) {
            this(DataPlace.of(dataDir), port);
        }

        public Settings {
            if (port < 0 || port > PORT_MAX) {
                throw new BrokerStartException(
                        "port %d does not exist; choose one of 0 (any free one) to %d with --kafka-port"
                                .formatted(port, PORT_MAX));
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration HAND_BACK_MAX = Duration.ofSeconds(3);
    private static final Duration STOP_MAX = Duration.ofSeconds(15);

    private static final Duration START_MAX = Duration.ofMinutes(3);

    private final Premises premises;
    private final HeldNotes notes;
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> started;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable KafkaNode node;

    private EmbeddedBroker(Premises premises) {
        this.premises = premises;
        this.notes = new HeldNotes(premises.directory());
        this.started = inBackground("tidemark-broker-start", this::startNode);
    }

    /**
     * Starts a broker and returns when it answers.
     *
     * @throws BrokerStartException in one line: what is wrong, where, and the remedy
     */
    public static EmbeddedBroker start(Settings settings) {
        EmbeddedBroker broker = new EmbeddedBroker(Premises.take(settings));
        String problem = broker.awaitStart();
        if (!problem.isEmpty()) {
            broker.close();
            throw new BrokerStartException(problem);
        }
        broker.running.set(true);
        LOG.info(
                "embedded broker on {}, data in {}",
                broker.bootstrap(),
                settings.place().directory());
        return broker;
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String bootstrap() {
        return LoopbackSocket.HOST + ":" + premises.clients().port();
    }

    /**
     * Calls the listener once, with one line, when the broker fails of itself (a full or broken disk), even if it has
     * failed already. The line is in the log and on the terminal by then; what is left to the listener is to end.
     */
    public void onFailure(Consumer<String> listener) {
        CompletableFuture<Void> unused = failure.thenAcceptAsync(listener);
    }

    /** Writes down what is held, now and not within seconds: something was taken away that would be missed after a kill. */
    public void note() {
        notes.note();
    }

    /**
     * Stops in a second or two, and waits no longer than 15 seconds: a disk that must still write the leaders of hundreds
     * of partitions needs longer than a few. A second call does nothing.
     */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            inBackground("tidemark-broker-stop", this::stopNode).get(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("embedded broker still stopping after {}; its directory stays locked until it has", STOP_MAX);
        } catch (ExecutionException e) {
            LOG.warn("embedded broker did not stop cleanly", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The problem, or nothing. A fault on a thread of Kafka's can leave the start waiting: the first word counts. */
    private String awaitStart() {
        CompletableFuture<String> outcome = started.handle((done, e) -> e == null ? "" : diagnosis("did not start", e));
        try {
            return (String) CompletableFuture.anyOf(outcome, failure)
                    .orTimeout(START_MAX.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            return diagnosis("did not answer within %d s".formatted(START_MAX.toSeconds()), null);
        }
    }

    private @Nullable Void startNode() throws Exception {
        notes.refuseIfDamaged();
        KafkaNode assembled = KafkaNode.assemble(premises, this::failed);
        node = assembled;
        assembled.startup();
        notes.begin(assembled::ends);
        return null;
    }

    private @Nullable Void stopNode() {
        started.handle((done, e) -> null).join();
        try {
            notes.close();
            KafkaNode stopping = node;
            if (stopping != null) {
                stopping.shutdown(HAND_BACK_MAX);
            }
        } finally {
            premises.close();
        }
        return null;
    }

    private synchronized void failed(String what, @Nullable Throwable cause) {
        String line = diagnosis(what, cause);
        if (running.get() && !closed.get() && !failure.isDone()) {
            LOG.error(line);
        }
        failure.complete(line);
    }

    private String diagnosis(String what, @Nullable Throwable cause) {
        LOG.warn("embedded broker: {}", what, cause);
        return Diagnosis.of(premises.directory().path(), premises.directory().place(), what, cause);
    }

    private interface Step {
        @Nullable
        Void run() throws Exception;
    }

    /** On a daemon thread: a broker that hangs must not keep the process alive. */
    private static CompletableFuture<@Nullable Void> inBackground(String name, Step step) {
        CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
        Thread thread = new Thread(
                new ThreadGroup(name),
                () -> {
                    try {
                        done.complete(step.run());
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
