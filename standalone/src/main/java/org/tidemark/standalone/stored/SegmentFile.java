package org.tidemark.standalone.stored;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.jspecify.annotations.Nullable;

/** A file of record batches, as Kafka writes segments and snapshots. The only class that knows how to read one. */
final class SegmentFile {
    /** How offsets follow each other. */
    enum Offsets {
        /** Without a gap: nothing is ever taken out. */
        GAPLESS,
        /** Upwards: compaction and ends of transactions leave gaps. */
        RISING
    }

    private final Path path;
    private final PartitionName partition;
    private final Offsets offsets;

    SegmentFile(Path path, PartitionName partition, Offsets offsets) {
        this.path = path;
        this.partition = partition;
        this.offsets = offsets;
    }

    /**
     * Reads batch after batch up to the first that was damaged.
     *
     * @param from the first offset that may come
     * @param each takes the records, those of the broker's own left out; null where only the batches are looked at
     */
    Scan scan(long from, @Nullable Consumer<StoredRecord> each) throws IOException {
        Reading reading = new Reading(from, each);
        try (FileRecords records = FileRecords.open(path.toFile(), false)) {
            String why = reading.all(records);
            return new Scan(reading.next, why.isEmpty() ? null : new Damage(path, reading.bytes, why));
        }
    }

    private final class Reading {
        private final @Nullable Consumer<StoredRecord> each;
        private long next;
        private long bytes;

        Reading(long from, @Nullable Consumer<StoredRecord> each) {
            this.next = from;
            this.each = each;
        }

        /** Why it ended before the file did; empty when it did not. */
        private String all(FileRecords records) {
            try {
                for (RecordBatch batch : records.batches()) {
                    String why = take(batch);
                    if (!why.isEmpty()) {
                        return why;
                    }
                }
            } catch (RuntimeException e) {
                // Whatever Kafka's parser stumbles over, the bytes are none of a batch.
                return "no record batch";
            }
            return bytes == records.sizeInBytes() ? "" : "a record batch is cut off";
        }

        private String take(RecordBatch batch) {
            if (!batch.isValid()) {
                return "its checksum does not fit";
            }
            boolean follows = offsets == Offsets.GAPLESS ? batch.baseOffset() == next : batch.baseOffset() >= next;
            if (!follows) {
                return "offset %d where %d should be".formatted(batch.baseOffset(), next);
            }
            if (each != null && !batch.isControlBatch()) {
                for (Record record : batch) {
                    each.accept(stored(record));
                }
            }
            next = batch.nextOffset();
            bytes += batch.sizeInBytes();
            return "";
        }

        private StoredRecord stored(Record record) {
            return new StoredRecord(
                    partition.topic(),
                    partition.number(),
                    record.offset(),
                    record.timestamp(),
                    StoredRecord.bytes(record.key()),
                    StoredRecord.bytes(record.value()));
        }
    }
}
