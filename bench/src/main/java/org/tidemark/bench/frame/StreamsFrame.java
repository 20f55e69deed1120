package org.tidemark.bench.frame;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tidemark.streams.app.Monitor;
import org.tidemark.streams.app.MonitorSettings;
import org.tidemark.wire.Codecs;

/** The product's own topology: all of it, so that it carries the half of what crosses economies too. */
final class StreamsFrame implements Frame {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    @Override
    public void run(FrameSetting setting) throws ExecutionException, InterruptedException {
        MonitorSettings settings = new MonitorSettings(
                setting.bootstrap(),
                setting.topics(),
                setting.run(),
                setting.directory(),
                1,
                setting.stores(),
                setting.commitMs(),
                (short) 1,
                Map.of(),
                null);
        try (Admin admin = Admin.create(settings.adminProperties());
                Monitor monitor = Monitor.of(settings, Engines.CATALOGUE, Codecs.singleObject())) {
            monitor.start();
            while (!hasRead(admin, setting)) {
                if (!monitor.live().well()) {
                    throw new IllegalStateException(monitor.live().why());
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }

    private static boolean hasRead(Admin admin, FrameSetting setting) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(setting.run())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> ends = TopicEnd.of(admin, setting.topics().observations());
        return ends.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata at = read.get(end.getKey());
            return end.getValue() == 0 || (at != null && at.offset() >= end.getValue());
        });
    }
}
