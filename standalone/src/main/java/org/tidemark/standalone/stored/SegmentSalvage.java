package org.tidemark.standalone.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.jspecify.annotations.Nullable;

/** Reads whatever batches of a segment are whole: behind damage it looks for the next one, byte by byte. */
final class SegmentSalvage {
    private static final int MAGIC_AT = 16;
    private static final int LENGTH_AT = 8;
    private static final int HEAD_BYTES = 12;
    private static final int BATCH_BYTES_MIN = 61;

    private final Path path;
    private final PartitionName partition;

    SegmentSalvage(Path path, PartitionName partition) {
        this.path = path;
        this.partition = partition;
    }

    /** Hands on the records in their order; returns each damage that was passed over. */
    List<Damage> read(Consumer<StoredRecord> each) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        List<Damage> damages = new ArrayList<>();
        int at = 0;
        int damagedFrom = -1;
        while (at < bytes.limit()) {
            RecordBatch batch = batch(bytes, at);
            if (batch == null) {
                damagedFrom = damagedFrom < 0 ? at : damagedFrom;
                at++;
            } else {
                if (damagedFrom >= 0) {
                    damages.add(lost(damagedFrom, at));
                    damagedFrom = -1;
                }
                take(batch, each);
                at += batch.sizeInBytes();
            }
        }
        if (damagedFrom >= 0) {
            damages.add(lost(damagedFrom, bytes.limit()));
        }
        return damages;
    }

    private Damage lost(int from, int to) {
        return new Damage(path, from, "%d bytes are lost".formatted(to - from));
    }

    private void take(RecordBatch batch, Consumer<StoredRecord> each) {
        if (batch.isControlBatch()) {
            return;
        }
        for (Record record : batch) {
            each.accept(new StoredRecord(
                    partition.topic(),
                    partition.number(),
                    record.offset(),
                    record.timestamp(),
                    StoredRecord.bytes(record.key()),
                    StoredRecord.bytes(record.value())));
        }
    }

    /** The batch that begins there; null when none does, or not all of it is as it was written. */
    private static @Nullable RecordBatch batch(ByteBuffer bytes, int at) {
        int left = bytes.limit() - at;
        if (left < BATCH_BYTES_MIN || bytes.get(at + MAGIC_AT) != RecordBatch.CURRENT_MAGIC_VALUE) {
            return null;
        }
        int length = bytes.getInt(at + LENGTH_AT);
        if (length < BATCH_BYTES_MIN - HEAD_BYTES || length > left - HEAD_BYTES) {
            return null;
        }
        Iterator<? extends RecordBatch> batches = MemoryRecords.readableRecords(bytes.slice(at, length + HEAD_BYTES))
                .batches()
                .iterator();
        RecordBatch batch = batches.hasNext() ? batches.next() : null;
        return batch != null && batch.isValid() ? batch : null;
    }
}
