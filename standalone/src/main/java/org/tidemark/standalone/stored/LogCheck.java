package org.tidemark.standalone.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether the files of a broker still hold what they held, before a broker is let near them: where it misses something it
 * begins anew in silence.
 *
 * <p>A process that was killed may leave half a batch at the end of a log, which Kafka cuts off. What was noted as held was
 * on disk before it was noted, so damage behind it is of that kind, and damage before it is not.
 */
public final class LogCheck {
    private static final String STOPPED_CLEANLY = ".kafka_cleanshutdown";

    private final Path kafka;
    private final @Nullable Held held;
    private final List<String> faults = new ArrayList<>();

    private LogCheck(Path kafka, @Nullable Held held) {
        this.kafka = kafka;
        this.held = held;
    }

    /**
     * Every fault, one entry each; none when a broker may start.
     *
     * @param held as it was noted; null where it was not
     */
    public static List<String> faults(Path kafka, @Nullable Held held) throws IOException {
        LogCheck check = new LogCheck(kafka, held);
        check.look();
        return check.faults;
    }

    private void look() throws IOException {
        SortedMap<String, Long> ends = new TreeMap<>();
        List<Damage> damages = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        for (PartitionFolder folder : PartitionFolder.in(kafka)) {
            Scan scan = folder.scan();
            if (folder.setAside()) {
                if (scan.end() > 0) {
                    setAside.add(folder.partition().toString());
                }
            } else {
                ends.put(folder.partition().toString(), scan.end());
                Damage damage = scan.damage();
                if (damage != null && !isTornEnd(folder, scan)) {
                    damages.add(damage);
                }
            }
        }
        damages.forEach(damage -> faults.add(damage.line()));
        setAside.forEach(name ->
                faults.add("partition %s was set aside by an earlier start, which did not know it".formatted(name)));
        if (held != null) {
            faults.addAll(held.lostIn(ends));
        }
    }

    /** Whether it is what a kill leaves: behind all that is known to have been there. */
    private boolean isTornEnd(PartitionFolder folder, Scan scan) {
        if (Files.exists(kafka.resolve(STOPPED_CLEANLY))) {
            return false;
        }
        Long noted = held == null ? null : held.ends().get(folder.partition().toString());
        return noted == null ? held != null || scan.end() > 0 : scan.end() >= noted;
    }
}
