package org.tidemark.standalone.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.KafkaStreams;
import org.tidemark.it.JavaProcess;
import org.tidemark.it.TestSystem;
import org.tidemark.streams.topology.StoreKind;

/** A second instance in a process of its own, to be killed without a word. */
final class SystemProcess {
    private static final String RUNNING = "running";

    private SystemProcess() {}

    public static void main(String[] args) throws Exception {
        try (TestSystem instance = TestSystem.on(args[0], args[1], Path.of(args[2]), StoreKind.DISK)) {
            while (instance.system().monitor().state() != KafkaStreams.State.RUNNING) {
                Thread.sleep(50);
            }
            Path unused = Files.writeString(Path.of(args[2]).resolve(RUNNING), RUNNING);
            // Until it is killed, or its parent is gone and closes the pipe.
            int end = System.in.read();
            if (end >= 0) {
                throw new IllegalStateException("nobody writes to this process");
            }
        }
    }

    static JavaProcess start(String bootstrap, String prefix, Path dir) throws IOException, InterruptedException {
        JavaProcess process = JavaProcess.start(dir, SystemProcess.class.getName(), bootstrap, prefix, dir.toString());
        process.await("stream threads that run", () -> Files.exists(dir.resolve(RUNNING)));
        return process;
    }
}
