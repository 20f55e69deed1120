package org.tidemark.bench.frame;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.streams.app.TopicSetup;
import org.tidemark.wire.Topics;

/** Flink in this process, one task of each kind: state of a key in its hash maps, exactly once, Kafka at both ends. */
final class FlinkFrame implements Frame {
    @Override
    public void run(FrameSetting setting) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                setting.directory().toUri().toString());
        // A failure ends the run instead of a new try.
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
        configuration.set(RestOptions.BIND_PORT, "0");
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
        flink.enableCheckpointing(setting.commitMs(), CheckpointingMode.EXACTLY_ONCE);
        // Nothing is copied between two operators of a chain.
        flink.getConfig().enableObjectReuse();
        flink.fromSource(source(setting), WatermarkStrategy.noWatermarks(), "flink-read")
                .keyBy(record -> new String(record.f0, StandardCharsets.UTF_8), Types.STRING)
                .process(new EngineFunction(setting.topics().prefix()), TypeInformation.of(new TypeHint<>() {}))
                .name("flink-engine")
                .sinkTo(sink(setting))
                .name("flink-write");
        flink.execute(setting.run());
    }

    private static KafkaSource<Tuple3<byte[], byte[], Long>> source(FrameSetting setting) {
        return KafkaSource.<Tuple3<byte[], byte[], Long>>builder()
                .setBootstrapServers(setting.bootstrap())
                .setGroupId(setting.run())
                .setTopics(setting.topics().observations())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new RecordBytes())
                .build();
    }

    private static KafkaSink<ProducerRecord<byte[], byte[]>> sink(FrameSetting setting) {
        Properties producing = new Properties();
        producing.putAll(Engines.PRODUCING);
        producing.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) Duration.ofMinutes(5).toMillis());
        return KafkaSink.<ProducerRecord<byte[], byte[]>>builder()
                .setBootstrapServers(setting.bootstrap())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(setting.run())
                .setKafkaProducerConfig(producing)
                .setRecordSerializer(new Records())
                .build();
    }

    /** A record's key, value and timestamp. */
    private static final class RecordBytes implements KafkaRecordDeserializationSchema<Tuple3<byte[], byte[], Long>> {
        private static final long serialVersionUID = 1L;

        @Override
        public void deserialize(
                ConsumerRecord<byte[], byte[]> record, Collector<Tuple3<byte[], byte[], Long>> out) {
            out.collect(Tuple3.of(record.key(), record.value(), record.timestamp()));
        }

        @Override
        public TypeInformation<Tuple3<byte[], byte[], Long>> getProducedType() {
            return Types.TUPLE(Types.PRIMITIVE_ARRAY(Types.BYTE), Types.PRIMITIVE_ARRAY(Types.BYTE), Types.LONG);
        }
    }

    private static final class Records implements KafkaRecordSerializationSchema<ProducerRecord<byte[], byte[]>> {
        private static final long serialVersionUID = 1L;

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                ProducerRecord<byte[], byte[]> record, KafkaSinkContext context, @Nullable Long timestamp) {
            return record;
        }
    }

    /** The engine, whose tables are the state of the economy at work. */
    private static final class EngineFunction
            extends KeyedProcessFunction<String, Tuple3<byte[], byte[], Long>, ProducerRecord<byte[], byte[]>> {
        private static final long serialVersionUID = 1L;

        private final String prefix;
        private transient @Nullable ValueState<ByteTables> state;
        private transient @Nullable KeyedTables tables;
        private transient @Nullable EconomyEngine engine;
        private transient @Nullable Collector<ProducerRecord<byte[], byte[]>> collector;

        EngineFunction(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void open(OpenContext context) {
            state = getRuntimeContext()
                    .getState(new ValueStateDescriptor<>("tables", ByteTables.Serializer.INSTANCE));
            SaidWriter writer = new SaidWriter(new Topics(prefix), TopicSetup.PARTITIONS_DEFAULT);
            KeyedTables keyed = new KeyedTables();
            tables = keyed;
            engine = Engines.of(keyed, output -> writer.records(output)
                    .forEach(Objects.requireNonNull(collector, "records come with a collector")::collect));
        }

        @Override
        public void processElement(Tuple3<byte[], byte[], Long> record, Context context, Collector<ProducerRecord<byte[], byte[]>> out)
                throws Exception {
            ValueState<ByteTables> held = Objects.requireNonNull(state, "open comes first");
            ByteTables known = held.value();
            ByteTables ofKey = known == null ? new ByteTables() : known;
            collector = out;
            Objects.requireNonNull(tables, "open comes first").turnTo(ofKey);
            Objects.requireNonNull(engine, "open comes first").accept(Engines.received(record.f0, record.f1, record.f2));
            held.update(ofKey);
        }
    }
}
