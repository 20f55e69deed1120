package org.tidemark.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.output.Output;
import org.tidemark.estimate.Estimate;
import org.tidemark.wire.Codecs;

/** Sends what the engine says to the sinks of its half. */
final class Outbox implements Consumer<Output> {
    private final Half half;
    private final Codecs codecs;
    private final ProcessorContext<Object, Object> context;

    Outbox(Half half, Codecs codecs, ProcessorContext<Object, Object> context) {
        this.half = half;
        this.codecs = codecs;
        this.context = context;
    }

    @Override
    public void accept(Output output) {
        if (output instanceof Output.Estimated said) {
            send(said.estimate());
        } else if (output instanceof Output.Explained told) {
            send(told.news().key(), codecs.news().encode(told.news()), told.at(), Sinks.NEWS);
        } else if (output instanceof Output.Alerted told) {
            send(told.event().key(), codecs.alerts().encode(told.event()), told.at(), Sinks.ALERTS);
        } else if (output instanceof Output.Refused refused) {
            send(refused.key(), codecs.rejections().encode(refused.rejection()), refused.at(), Sinks.REJECTED);
        } else if (output instanceof Output.Applied applied) {
            send(
                    applied.outcome().economy(),
                    codecs.outcomes().encode(applied.outcome()),
                    applied.at(),
                    Sinks.RELEASES);
        } else if (output instanceof Output.Assessed assessed) {
            send(
                    assessed.judgement().part().economy(),
                    codecs.judgements().encode(assessed.judgement()),
                    assessed.at(),
                    Sinks.JUDGEMENTS);
        } else if (output instanceof Output.PanelChange change) {
            byte[] key = change.economy().getBytes(StandardCharsets.UTF_8);
            send(key, codecs.changes().encode(change.change()), change.at(), Sinks.PANELS);
        } else if (output instanceof Output.PanelWatermark mark) {
            // Only what closes an instant has no key.
            send(null, codecs.instantClosings().encode(mark.closing()), mark.at(), Sinks.PANELS);
        }
    }

    private void send(Estimate estimate) {
        byte[] encoded = codecs.estimates().encode(estimate);
        send(estimate.key(), encoded, estimate.asOf(), Sinks.ESTIMATES);
        // Of a cell whose inputs were all withdrawn nothing is the latest: a tombstone.
        send(estimate.key(), estimate.inputs() == 0 ? null : encoded, estimate.asOf(), Sinks.LATEST);
    }

    private void send(@Nullable Object key, byte @Nullable [] value, Instant at, String sink) {
        context.forward(new Record<>(key, value, at.toEpochMilli()), half.sink(sink));
    }
}
