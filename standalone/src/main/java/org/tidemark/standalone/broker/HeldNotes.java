package org.tidemark.standalone.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.standalone.stored.Held;
import org.tidemark.standalone.stored.HeldFile;
import org.tidemark.standalone.stored.LogCheck;

/**
 * Remembers what a data directory holds, and refuses a start where it is not there any more. Kafka makes anew what it does
 * not find, so that a system that has lost its history would look like one that never had any.
 */
final class HeldNotes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeldNotes.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** A node that runs. */
    interface Node {
        /** Where each partition ends; what is new since the ends that are given is on disk when this returns. */
        SortedMap<String, Long> ends(SortedMap<String, Long> before);
    }

    private final DataDirectory directory;
    private final HeldFile file;
    private final @Nullable ScheduledExecutorService timer;
    private SortedMap<String, Long> noted = Collections.emptySortedMap();
    private @Nullable Node node;

    HeldNotes(DataDirectory directory) {
        this.directory = directory;
        this.file = new HeldFile(directory.path());
        this.timer = directory.place().kept() ? daemon() : null;
    }

    private static ScheduledExecutorService daemon() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "tidemark-held");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Looks at the files before a broker is let near them.
     *
     * @throws BrokerStartException when something that was held is damaged or gone
     */
    void refuseIfDamaged() {
        Held held = read();
        try {
            refuse(LogCheck.faults(directory.kafka(), held));
        } catch (IOException e) {
            throw damaged("it cannot be read: " + DataDirectory.reason(e), 1);
        }
        noted = held == null ? noted : held.ends();
    }

    private @Nullable Held read() {
        try {
            return file.read();
        } catch (IOException e) {
            throw damaged(
                    "%s, which says what it held, cannot be read; delete that file if nothing else is wrong"
                            .formatted(file.path()),
                    1);
        }
    }

    /** Compares with what the broker has made of it, and keeps the note up to date from now on. */
    void begin(Node running) {
        SortedMap<String, Long> now = running.ends(noted);
        refuse(new Held(KafkaNode.CLUSTER_ID, noted).lostIn(now));
        if (timer != null) {
            begun(running);
            var unused =
                    timer.scheduleWithFixedDelay(this::note, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void begun(Node running) {
        node = running;
        note();
    }

    private void refuse(List<String> faults) {
        if (!faults.isEmpty()) {
            throw damaged(faults.get(0), faults.size());
        }
    }

    private BrokerStartException damaged(String first, int faults) {
        return new BrokerStartException("data directory %s does not hold what it held: %s%s; nothing was changed; %s"
                .formatted(
                        directory.path(),
                        first,
                        faults == 1 ? "" : " (and %d more)".formatted(faults - 1),
                        directory.place().ifDamaged()));
    }

    /** Never fails: a note that could not be written is tried again, and what it says stays true. */
    synchronized void note() {
        if (node == null) {
            return;
        }
        try {
            SortedMap<String, Long> now = new TreeMap<>(node.ends(noted));
            if (!now.equals(noted)) {
                file.write(new Held(KafkaNode.CLUSTER_ID, now));
                noted = now;
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("what is held could not be noted in {}: {}", file.path(), e.toString());
        }
    }

    /** Notes for the last time, while the broker still runs. */
    @Override
    public void close() {
        if (timer != null) {
            timer.shutdown();
        }
        note();
        forget();
    }

    private synchronized void forget() {
        node = null;
    }
}
