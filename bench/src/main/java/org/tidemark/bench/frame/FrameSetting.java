package org.tidemark.bench.frame;

import java.nio.file.Path;
import java.util.List;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Topics;

/**
 * Where a frame runs.
 *
 * @param run tells its group, transactions and changelogs from those of other runs
 * @param directory for its state and checkpoints
 * @param commitMs between two transactions or checkpoints
 * @param stores of Kafka Streams
 */
record FrameSetting(String bootstrap, Topics topics, String run, Path directory, int commitMs, StoreKind stores) {
    /** As the arguments of a process. */
    List<String> written() {
        return List.of(
                bootstrap, topics.prefix(), run, directory.toString(), Integer.toString(commitMs), stores.name());
    }

    static FrameSetting read(List<String> written) {
        return new FrameSetting(
                written.get(0),
                new Topics(written.get(1)),
                written.get(2),
                Path.of(written.get(3)),
                Integer.parseInt(written.get(4)),
                StoreKind.valueOf(written.get(5)));
    }
}
