package org.tidemark.producers.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * How much of a log is there already when the same is played into it again. Whoever died while he played has left the
 * beginning of each partition, in order and without a gap, so each record is asked for once, in the order of sending.
 */
public final class ResumePoint {
    private final Codecs codecs;
    private final int partitions;
    private final Map<Integer, Long> records = new HashMap<>();
    private final Map<ByteBuffer, Integer> rejections = new HashMap<>();

    private ResumePoint(Codecs codecs, int partitions) {
        this.codecs = codecs;
        this.partitions = partitions;
    }

    /** For a log that is empty. */
    public static ResumePoint nothing() {
        return new ResumePoint(Codecs.singleObject(), 1);
    }

    /** Looks at the topics to which it will be played. */
    public static ResumePoint in(LogReader reader, Topics topics, Codecs codecs) {
        LogEnds ends = reader.ends(topics.observations());
        ResumePoint before = new ResumePoint(codecs, ends.byPartition().size());
        before.records.putAll(ends.byPartition());
        reader.read(topics.rejected(), record -> {
            if (record.value() != null) {
                before.rejections.merge(ByteBuffer.wrap(record.value()), 1, Integer::sum);
            }
        });
        return before;
    }

    /** Whether the next event of that economy is there. */
    public boolean hasNext(String economy) {
        return hasNext(partition(economy.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the next record, which is sent as it is, is there. */
    public boolean hasNext(TopicRecord record) {
        byte[] key = record.key();
        return hasNext(key == null ? record.partition() % partitions : partition(key));
    }

    /** Whether the next record of that partition, which has no key, is there. */
    public boolean hasNextOn(int partition) {
        return hasNext(partition);
    }

    /** As the producer does it. */
    private int partition(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private boolean hasNext(int partition) {
        long left = records.getOrDefault(partition, 0L);
        records.put(partition, Math.max(0, left - 1));
        return left > 0;
    }

    /** Whether one more rejection like that is there. */
    public boolean hasNext(Rejection rejection) {
        return !rejections.isEmpty()
                && rejections.merge(ByteBuffer.wrap(codecs.rejections().encode(rejection)), -1, Integer::sum) >= 0;
    }
}
