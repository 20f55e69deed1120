package org.tidemark.standalone.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.TestSystem;
import org.tidemark.standalone.run.LocalSystem;

/** A replay in a process of its own that stops in the middle of history, to be killed without a word. */
final class ReplayProcess {
    private static final String MIDDLE = "middle";
    /** Instants of publication after which everything sent is processed and committed. */
    private static final int DRAINED_AT = 15;
    /** And after which it stops, with what was sent since on its way. */
    private static final int STOPPED_AT = 25;

    private ReplayProcess() {}

    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[0]);
        AtomicReference<@Nullable LocalSystem> system = new AtomicReference<>();
        Playback playback = new Playback(
                new Speed(1e6),
                new Stopping(system, work.resolve(MIDDLE)),
                true,
                work,
                (life, started) -> system.set(started));
        Path[] data = Arrays.stream(args).skip(1).map(Path::of).toArray(Path[]::new);
        Played unused = Played.of(
                new ReplaySettings(TestSystem.CATALOGUE, work.resolve("never"), null, null, false, 2), playback, data);
    }

    static JavaProcess start(Path work, Path... data) throws IOException, InterruptedException {
        Files.createDirectories(work);
        String[] arguments = new String[data.length + 1];
        arguments[0] = work.toString();
        for (int i = 0; i < data.length; i++) {
            arguments[i + 1] = data[i].toString();
        }
        JavaProcess process =
                JavaProcess.start(work.resolveSibling("process"), ReplayProcess.class.getName(), arguments);
        process.await("the middle of history", () -> Files.exists(work.resolve(MIDDLE)));
        return process;
    }

    /** Time stands still, so that each instant is waited for; the last wait has no end. */
    private record Stopping(AtomicReference<@Nullable LocalSystem> system, Path middle, AtomicInteger waits)
            implements Ticker {
        Stopping(AtomicReference<@Nullable LocalSystem> system, Path middle) {
            this(system, middle, new AtomicInteger());
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            int wait = waits.incrementAndGet();
            LocalSystem running = system.get();
            if (wait == DRAINED_AT && running != null) {
                running.drain(behind -> {});
            } else if (wait == STOPPED_AT) {
                try {
                    Path unused = Files.writeString(middle, MIDDLE);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                new CountDownLatch(1).await();
            }
        }
    }
}
