package org.tidemark.streams.app;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.wire.Topics;

/**
 * Looks every few seconds whether the cluster under a running monitor is still the one that it was started on. Kafka Streams
 * notices new partitions minutes later, and until then their economies are missing without a word.
 */
final class ClusterWatch implements AutoCloseable {
    static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);

    private final Admin admin;
    private final Topics topics;
    private final Consumer<String> stop;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tidemark-cluster-watch");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ClusterLook first;

    /**
     * Begins with {@link #start}.
     *
     * @param stop is told in one line why the monitor cannot go on
     */
    ClusterWatch(Admin admin, Topics topics, Consumer<String> stop) {
        this.admin = admin;
        this.topics = topics;
        this.stop = stop;
    }

    void start() {
        ScheduledFuture<?> unused =
                looks.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            ClusterLook now = ClusterLook.at(admin, topics);
            ClusterLook before = first;
            if (before == null) {
                first = now;
            } else if (!now.equals(before)) {
                looks.shutdown();
                stop.accept(difference(before, now));
            }
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // A cluster that is away says nothing of itself; health tells of that.
            LOG.debug("the cluster does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String difference(ClusterLook before, ClusterLook now) {
        if (!now.clusterId().equals(before.clusterId())) {
            return "the cluster is another one (id %s, before %s); start the monitor again, which makes its state anew"
                    .formatted(now.clusterId(), before.clusterId());
        }
        String observations = topics.observations();
        ClusterLook.Identity is = Objects.requireNonNull(now.topics().get(observations), observations);
        ClusterLook.Identity was = Objects.requireNonNull(before.topics().get(observations), observations);
        return is.partitions() == was.partitions()
                ? "a topic was deleted and made again under the running monitor; start the monitor again, which says what to do"
                : Changelogs.moved(topics, is.partitions(), was.partitions());
    }

    @Override
    public void close() {
        looks.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
