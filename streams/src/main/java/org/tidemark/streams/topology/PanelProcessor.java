package org.tidemark.streams.topology;

import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.tidemark.engine.flow.PanelEngine;
import org.tidemark.engine.rederive.Task;
import org.tidemark.streams.state.KafkaTables;

/** The second half of the engine on the one partition of the panels, with the stores of its task. */
final class PanelProcessor implements Processor<byte[], byte[], Object, Object> {
    private final MonitorParts parts;
    private @Nullable PanelEngine engine;
    private @Nullable ProcessorContext<Object, Object> context;

    PanelProcessor(MonitorParts parts) {
        this.parts = parts;
    }

    /** A task that was given up begins anew from its stores: nothing of what was in the heap is left. */
    @Override
    public void init(ProcessorContext<Object, Object> context) {
        this.context = context;
        PanelEngine made = new PanelEngine(
                parts.engine(),
                new KafkaTables(context),
                new Task(Half.PANELS.taskName(), context.taskId().partition()),
                new Outbox(Half.PANELS, parts.engine().codecs(), context));
        engine = made;
        if (made.begin()) {
            Cancellable[] once = new Cancellable[1];
            once[0] = context.schedule(Duration.ofMillis(1), PunctuationType.WALL_CLOCK_TIME, now -> {
                once[0].cancel();
                made.noteFresh();
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
