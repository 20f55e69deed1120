package org.tidemark.standalone.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one partition.
 *
 * @param setAside whether Kafka has renamed it since its metadata knew nothing of it
 */
record PartitionFolder(Path path, PartitionName partition, boolean setAside) {
    private static final String SEGMENT = ".log";
    private static final String SNAPSHOT = ".checkpoint";

    /** All partitions below a broker's folder, by name; none where there is no such folder. */
    static List<PartitionFolder> in(Path kafka) throws IOException {
        if (!Files.isDirectory(kafka)) {
            return List.of();
        }
        List<PartitionFolder> found = new ArrayList<>();
        try (Stream<Path> children = Files.list(kafka)) {
            children.filter(Files::isDirectory).sorted().forEach(child -> {
                String name = String.valueOf(child.getFileName());
                PartitionName.of(name)
                        .ifPresent(partition ->
                                found.add(new PartitionFolder(child, partition, PartitionName.isSetAside(name))));
            });
        }
        return found;
    }

    /** Looks at every batch up to the first damage. */
    Scan scan() throws IOException {
        for (Path snapshot : files(SNAPSHOT)) {
            Scan scan = new SegmentFile(snapshot, partition, SegmentFile.Offsets.RISING).scan(0, null);
            if (scan.damage() != null) {
                return new Scan(0, scan.damage());
            }
        }
        return scan(null);
    }

    /** Hands on the records in their order, up to the first damage. */
    Scan scan(@Nullable Consumer<StoredRecord> each) throws IOException {
        List<Path> segments = files(SEGMENT);
        // A log that is compacted or older than its retention begins anywhere.
        long next = segments.isEmpty() || keepsItsBeginning() ? 0 : base(segments.get(0));
        for (Path segment : segments) {
            Scan scan = new SegmentFile(segment, partition, offsets()).scan(next, each);
            if (scan.damage() != null) {
                return scan;
            }
            next = Math.max(scan.end(), base(segment));
        }
        return new Scan(next, null);
    }

    /**
     * Hands on whatever can be read, damage or not.
     *
     * @return every damage that was passed over
     */
    List<Damage> salvage(Consumer<StoredRecord> each) throws IOException {
        List<Damage> damages = new ArrayList<>();
        for (Path segment : files(SEGMENT)) {
            damages.addAll(new SegmentSalvage(segment, partition).read(each));
        }
        return damages;
    }

    private boolean keepsItsBeginning() {
        return partition.isGapless() && !partition.topic().equals(PartitionName.METADATA);
    }

    private SegmentFile.Offsets offsets() {
        return partition.isGapless() ? SegmentFile.Offsets.GAPLESS : SegmentFile.Offsets.RISING;
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(file -> name(file).endsWith(suffix) && isNumbered(name(file)))
                    .sorted(Comparator.comparing(PartitionFolder::name))
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static boolean isNumbered(String name) {
        return name.matches("[0-9]{20}[.-].*");
    }

    /** The offset that a segment is named by. */
    private static long base(Path segment) {
        return Long.parseLong(name(segment).substring(0, 20));
    }
}
