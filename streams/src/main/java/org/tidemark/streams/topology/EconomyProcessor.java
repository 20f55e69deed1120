package org.tidemark.streams.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.streams.state.KafkaTables;

/** The first half of the engine on a partition of the observations, with the stores of its task. */
final class EconomyProcessor implements Processor<byte[], byte[], Object, Object> {
    private static final Duration TURN_EVERY = Duration.ofMillis(50);

    private final MonitorParts parts;
    private final FutureGuard guard;
    private @Nullable EconomyEngine engine;
    private @Nullable ProcessorContext<Object, Object> context;

    EconomyProcessor(MonitorParts parts, FutureGuard guard) {
        this.parts = parts;
        this.guard = guard;
    }

    /** A task that was given up begins anew from its stores: nothing of what was in the heap is left. */
    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        EconomyEngine made = new EconomyEngine(
                parts.engine(),
                new KafkaTables(context),
                new Task(Half.ECONOMIES.taskName(), context.taskId().partition()),
                guard,
                () -> Instant.ofEpochMilli(context.currentSystemTimeMs()),
                new Outbox(Half.ECONOMIES, parts.engine().codecs(), context));
        engine = made;
        if (made.begin()) {
            // Between the records, in the transactions of the task.
            Cancellable[] turns = new Cancellable[1];
            turns[0] = context.schedule(TURN_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
                if (!made.turn()) {
                    turns[0].cancel();
                }
            });
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Objects.requireNonNull(engine, "init comes first")
                .accept(Places.received(record, Objects.requireNonNull(context)));
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
