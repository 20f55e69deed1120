package org.tidemark.producers.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the observations topic as it came, whatever it holds.
 *
 * @param timestamp milliseconds since 1970; a record that came without one has 0
 */
// Bytes as they came are what this record is for, and nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record TopicRecord(int partition, long timestamp, byte @Nullable [] key, byte @Nullable [] value) {
    static TopicRecord of(ConsumerRecord<byte[], byte[]> record) {
        return new TopicRecord(record.partition(), Math.max(0, record.timestamp()), record.key(), record.value());
    }
}
