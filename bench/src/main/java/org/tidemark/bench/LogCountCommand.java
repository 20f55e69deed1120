package org.tidemark.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.record.internal.FileLogInputStream;
import org.apache.kafka.common.record.internal.FileRecords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts what a broker wrote: records, bytes and transaction markers of each topic, from its log on disk. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Records and bytes by topic in the log of a broker that has stopped: "
                + "DIR/broker of a replay with --work DIR. Changelogs are what stores wrote: puts and deletes.")
final class LogCountCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder with a folder for each partition.")
    private Path folder = Path.of(".");

    @Spec
    private @Nullable CommandSpec spec;

    private static final class Count {
        private long records;
        private long markers;
        private long bytes;
    }

    @Override
    public Integer call() throws IOException {
        SortedMap<String, Count> counts = new TreeMap<>();
        for (Path segment : segments()) {
            String partition = String.valueOf(segment.getName(segment.getNameCount() - 2));
            String topic = partition.replaceFirst("-\\d+$", "");
            count(segment, counts.computeIfAbsent(topic, t -> new Count()));
        }
        if (spec != null) {
            print(counts, spec.commandLine().getOut());
        }
        return 0;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> p.toString().endsWith(".log")).sorted().toList();
        }
    }

    private static void count(Path segment, Count into) throws IOException {
        try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
            for (FileLogInputStream.FileChannelRecordBatch batch : records.batches()) {
                Integer count = batch.countOrNull();
                if (batch.isControlBatch()) {
                    into.markers++;
                } else {
                    into.records += count == null ? 0 : count;
                }
                into.bytes += batch.sizeInBytes();
            }
        }
    }

    private static void print(SortedMap<String, Count> counts, PrintWriter out) {
        Count changelogs = new Count();
        Count all = new Count();
        counts.forEach((topic, count) -> {
            out.printf("%-60s %10d records %9d markers %12d bytes%n", topic, count.records, count.markers, count.bytes);
            add(all, count);
            if (topic.endsWith("-changelog")) {
                add(changelogs, count);
            }
        });
        out.printf("changelogs: %d records, %d bytes%n", changelogs.records, changelogs.bytes);
        out.printf("all topics: %d records, %d markers, %d bytes%n", all.records, all.markers, all.bytes);
        out.flush();
    }

    private static void add(Count sum, Count one) {
        sum.records += one.records;
        sum.markers += one.markers;
        sum.bytes += one.bytes;
    }
}
