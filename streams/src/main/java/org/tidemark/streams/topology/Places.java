package org.tidemark.streams.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.tidemark.engine.validate.Received;

/** Records of topics as the engine takes them. */
final class Places {
    private Places() {}

    static Received received(Record<byte[], byte[]> record, ProcessorContext<?, ?> context) {
        return Received.record(
                record.key(),
                record.value(),
                record.timestamp(),
                context.recordMetadata().map(Places::place).orElse("(not from a topic)"));
    }

    static String place(RecordMetadata m) {
        return "topic %s, partition %d, offset %d".formatted(m.topic(), m.partition(), m.offset());
    }
}
