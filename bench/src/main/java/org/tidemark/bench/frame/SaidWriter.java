package org.tidemark.bench.frame;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.output.Output;
import org.tidemark.estimate.Estimate;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * What the engine says as records, on the topics and partitions where the product's topology writes it. Made figures
 * bring estimates, news, alerts and outcomes of releases; anything else ends the run.
 *
 * @param partitions of each topic
 */
record SaidWriter(Topics topics, int partitions) {
    private static final Codecs CODECS = Codecs.singleObject();

    List<ProducerRecord<byte[], byte[]>> records(Output output) {
        if (output instanceof Output.Estimated said) {
            return estimate(said.estimate());
        }
        if (output instanceof Output.Explained told) {
            var key = told.news().key();
            return List.of(of(
                    topics.news(), key.economy(), key.toString(), CODECS.news().encode(told.news()), told.at()));
        }
        if (output instanceof Output.Alerted told) {
            var key = told.event().key();
            return List.of(of(
                    topics.alerts(),
                    key.economy(),
                    key.toString(),
                    CODECS.alerts().encode(told.event()),
                    told.at()));
        }
        if (output instanceof Output.Applied applied) {
            String economy = applied.outcome().economy();
            return List.of(of(
                    topics.releases(), economy, economy, CODECS.outcomes().encode(applied.outcome()), applied.at()));
        }
        if (output instanceof Output.Assessed assessed) {
            String economy = assessed.judgement().part().economy();
            return List.of(of(
                    topics.judgements(),
                    economy,
                    economy,
                    CODECS.judgements().encode(assessed.judgement()),
                    assessed.at()));
        }
        throw new IllegalStateException("no made figure brings this: " + output);
    }

    private List<ProducerRecord<byte[], byte[]>> estimate(Estimate said) {
        String economy = said.key().economy();
        String key = said.key().toString();
        byte[] value = CODECS.estimates().encode(said);
        return List.of(
                of(topics.estimates(), economy, key, value, said.asOf()),
                of(topics.estimatesLatest(), economy, key, said.inputs() == 0 ? null : value, said.asOf()));
    }

    private ProducerRecord<byte[], byte[]> of(
            String topic, String economy, String key, byte @Nullable [] value, Instant at) {
        int hash = Utils.toPositive(Utils.murmur2(economy.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                topic, hash % partitions, at.toEpochMilli(), key.getBytes(StandardCharsets.UTF_8), value);
    }
}
