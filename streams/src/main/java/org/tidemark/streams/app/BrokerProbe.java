package org.tidemark.streams.app;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** Whether a broker answers. Asked at most once in two seconds, whoever asks and however often. */
final class BrokerProbe implements AutoCloseable {
    private static final int ANSWER_WITHIN_MS = 1_500;
    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Admin admin;
    private long askedAtNanos;
    private boolean asked;
    private boolean answered;

    BrokerProbe(Admin admin) {
        this.admin = admin;
    }

    synchronized boolean answers() {
        if (!asked || System.nanoTime() - askedAtNanos > GOOD_FOR_NANOS) {
            answered = ask();
            asked = true;
            askedAtNanos = System.nanoTime();
        }
        return answered;
    }

    private boolean ask() {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_WITHIN_MS))
                    .clusterId()
                    .get(2L * ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
