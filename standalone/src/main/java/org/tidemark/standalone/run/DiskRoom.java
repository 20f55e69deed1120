package org.tidemark.standalone.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.streams.app.Health;
import org.tidemark.streams.app.HealthCheck;

/**
 * The room that is left for a data directory. Below a watermark nothing more is taken in, with one line, since a broker whose
 * disk is full ends; above another it goes on by itself.
 */
final class DiskRoom {
    static final long STOP_BELOW_BYTES = 32L << 20;
    static final long GO_ON_AT_BYTES = 48L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final String place;
    private final Disk disk;
    private final Intake intake;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tidemark-disk");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable String full;

    /** Where the directory lies. */
    interface Disk {
        long freeBytes() throws IOException;
    }

    /** What is stopped and goes on again. */
    interface Intake {
        void stop(String why);

        void goOn();
    }

    DiskRoom(String place, Disk disk, Intake intake) {
        this.place = place;
        this.disk = disk;
        this.intake = intake;
    }

    /** Looks now and from now on; what is stopped is the running client, and whoever publishes is told. */
    static DiskRoom watch(Path directory, Supplier<KafkaStreams> client, IntakeNote note) {
        DiskRoom room = new DiskRoom(
                directory.toString(), () -> Files.getFileStore(directory).getUsableSpace(), new Intake() {
                    @Override
                    public void stop(String why) {
                        client.get().pause();
                        note.stop(why);
                    }

                    @Override
                    public void goOn() {
                        note.goOn();
                        client.get().resume();
                    }
                });
        var unusedNote = room.timer.submit(note::begin);
        var unused = room.timer.scheduleWithFixedDelay(room::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return room;
    }

    /** Returns when there is room; what it is given throws when that is of no more use. */
    void await(Runnable orThrow) {
        while (isFull()) {
            orThrow.run();
            try {
                Thread.sleep(Drain.LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while waiting for room on the disk");
            }
        }
    }

    /** One look. A disk that does not tell changes nothing. */
    void look() {
        try {
            long freeBytes = disk.freeBytes();
            if (full == null && freeBytes < STOP_BELOW_BYTES) {
                String why =
                        "disk almost full: %d MiB free for data directory %s; intake has stopped and goes on by itself at %d MiB"
                                .formatted(freeBytes >> 20, place, GO_ON_AT_BYTES >> 20);
                full = why;
                LOG.error(why);
                intake.stop(why);
            } else if (full != null && freeBytes >= GO_ON_AT_BYTES) {
                full = null;
                LOG.error(
                        "there is room again: {} MiB free for data directory {}; intake goes on",
                        freeBytes >> 20,
                        place);
                intake.goOn();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the room for {} cannot be looked at: {}", place, e.toString());
        }
    }

    boolean isFull() {
        return full != null;
    }

    /** As {@link #health(HealthCheck)}, and the same where no room is watched. */
    static HealthCheck ready(@Nullable DiskRoom room, HealthCheck of) {
        return room == null ? of : room.health(of);
    }

    /** The same health, but not ready while nothing is taken in. */
    HealthCheck health(HealthCheck of) {
        return new HealthCheck() {
            @Override
            public Health live() {
                return of.live();
            }

            @Override
            public Health ready() {
                String why = full;
                return why == null ? of.ready() : new Health(false, why);
            }
        };
    }

    /** Looks no more. */
    static void close(@Nullable DiskRoom room) {
        if (room != null) {
            var unused = room.timer.shutdownNow();
        }
    }
}
