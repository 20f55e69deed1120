package org.tidemark.bench.threads;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Processor seconds of one Linux process by what its threads do, read from {@code /proc}. A thread that ends between two
 * looks keeps what it had at the last one.
 */
public final class ThreadSeconds {
    /** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
    private static final double TICKS_PER_SECOND = 100;

    /** Fields of {@code stat} behind the name: the 12th and 13th are user and system time. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private record Stage(String name, Pattern thread) {}

    /** Names of threads are cut to 15 characters by the kernel. */
    private static final List<Stage> STAGES = List.of(
            new Stage("compiling", Pattern.compile("C[12] CompilerThre.*|Sweeper thread.*")),
            new Stage("collecting garbage", Pattern.compile("GC .*|G1 .*|VM .*")),
            new Stage("stream threads", Pattern.compile("frame-streams.*|.*StreamThread.*|tidemark-.*|replay-.*-Stre.*|.*monitor-.*")),
            new Stage("flink", Pattern.compile("Source: .*|flink-.*|Async.*|Kafka Fetcher.*|jobmanager.*|Checkpoint.*|mini-clust.*|OutputFlush.*|SourceCoord.*")),
            new Stage("producers", Pattern.compile("kafka-producer.*")),
            new Stage(
                    "broker",
                    Pattern.compile("data-plane.*|quorum-.*|kafka-.*|group-coord.*|share-coord.*|TxnMarker.*|"
                            + "transaction.*|Replica.*|Log.*|Expiration.*|broker-.*|controller.*|raft.*|metadata.*|"
                            + "ThrottledCh.*|AddPartitions.*|event-.*|node-.*")),
            new Stage("main", Pattern.compile("java|main")));

    private static final String OTHER = "other";

    private final Path tasks;
    private final Map<String, Long> ticksByThread = new HashMap<>();
    private final Map<String, String> stageByThread = new HashMap<>();

    /** Of a process; nothing is looked at yet. */
    public ThreadSeconds(long pid) {
        tasks = Path.of("/proc", Long.toString(pid), "task");
    }

    /** Looks at all threads once more; what has ended meanwhile is passed over. */
    public void look() {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(tasks)) {
            all.forEach(this::read);
        } catch (IOException e) {
            // The process has ended: what was seen last stands.
            return;
        }
    }

    private void read(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int nameEnd = stat.lastIndexOf(')');
            String name = stat.substring(stat.indexOf('(') + 1, nameEnd);
            List<String> fields = List.of(stat.substring(nameEnd + 2).split(" "));
            long ticks = Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(SYSTEM));
            ticksByThread.put(task.toString(), ticks);
            stageByThread.put(task.toString(), stage(name));
        } catch (IOException e) {
            // That thread has ended.
            return;
        }
    }

    private static String stage(String thread) {
        return STAGES.stream()
                .filter(s -> s.thread().matcher(thread).matches())
                .map(Stage::name)
                .findFirst()
                .orElse(OTHER);
    }

    /** Seconds by stage, all threads that were ever seen. */
    public SortedMap<String, Double> byStage() {
        SortedMap<String, Double> seconds = new TreeMap<>();
        ticksByThread.forEach((thread, ticks) ->
                seconds.merge(stageByThread.getOrDefault(thread, OTHER), ticks / TICKS_PER_SECOND, Double::sum));
        return seconds;
    }
}
