package org.tidemark.standalone.replay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.estimate.SmoothedPaths;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.engine.flow.EngineParts;
import org.tidemark.engine.flow.PanelEngine;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.table.Tables;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.engine.validate.Received;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.producers.kafka.RelayTarget;
import org.tidemark.producers.kafka.TopicRecord;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.Watermark;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;

/**
 * The engine in this process, without a broker: some lanes of economies, as partitions are, and behind them the one half
 * that is said of economies together.
 */
final class EngineRun implements RelayTarget, AutoCloseable {
    private static final String RUN = "replay";

    private final List<Lane> lanes = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();
    private final List<SmoothedPaths> paths = new ArrayList<>();
    private final Said refused = Said.nothing();
    private final Set<String> refusedIds = new HashSet<>();
    private final Said ofPanels = Said.nothing();
    private final PanelEngine panels;

    /** Starts it with nothing known. */
    EngineRun(Catalogue catalogue, Codecs codecs, int lanes) {
        EngineParts parts = new EngineParts(catalogue, codecs, FlowListener.NONE, Rederivation.none());
        panels = new PanelEngine(parts, new MemoryTables(), new Task("panels", 0), ofPanels);
        for (int i = 0; i < lanes; i++) {
            Said own = Said.nothing();
            said.add(own);
            Tables tables = new MemoryTables();
            paths.add(new SmoothedPaths(catalogue, tables, codecs));
            this.lanes.add(new Lane(
                    "replay-" + i,
                    new EconomyEngine(
                            parts,
                            tables,
                            new Task("economies", i),
                            FutureGuard.NONE,
                            () -> Instant.EPOCH,
                            outlet(own))));
        }
    }

    /** In which order the lanes reach the panels changes nothing of what is said of them. */
    private Consumer<Output> outlet(Said own) {
        return output -> {
            if (output instanceof Output.PanelChange change) {
                synchronized (panels) {
                    panels.accept(change.change());
                }
            } else if (output instanceof Output.PanelWatermark mark) {
                synchronized (panels) {
                    panels.accept(mark.closing());
                }
            } else {
                own.accept(output);
            }
        };
    }

    @Override
    public PastLoads pastLoads() {
        return new PastLoads(List.of());
    }

    @Override
    public PastFigures pastFigures(Set<String> sources) {
        return new PastFigures();
    }

    @Override
    public void note(Load load) {
        // Nobody asks a replay what it loaded; its report says so.
    }

    @Override
    public void send(Event event) {
        lane(event.economy()).put(engine -> engine.accept(event));
    }

    private Lane lane(String economy) {
        return lanes.get(Math.floorMod(economy.hashCode(), lanes.size()));
    }

    @Override
    public void relay(TopicRecord record) {
        byte[] key = record.key();
        Lane lane = key == null
                ? lanes.get(record.partition() % lanes.size())
                : lane(new String(key, StandardCharsets.UTF_8));
        Received received = Received.record(
                key, record.value(), record.timestamp(), "partition %d of the log".formatted(record.partition()));
        lane.put(engine -> engine.accept(received));
    }

    @Override
    public void closed(Instant published, boolean last) {
        Watermark.onEach(RUN, published, partitions(), last).forEach(this::closed);
    }

    @Override
    public void closed(Watermark closing) {
        lanes.get(closing.partition()).put(engine -> engine.accept(closing));
    }

    @Override
    public int partitions() {
        return lanes.size();
    }

    /** Of two files that are the same row by row each refusal counts once. */
    @Override
    public void reject(Rejection rejection) {
        String id = rejection.id();
        if (id == null || refusedIds.add(id)) {
            refused.rejections().add(rejection);
        }
    }

    @Override
    public void flush() {
        // Each lane takes what it is given at once.
    }

    /** All that was said, once everything that was sent is done. */
    Said drained() throws InterruptedException {
        Said all = Said.nothing();
        all.add(refused);
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).drain();
            all.add(said.get(i));
        }
        all.add(ofPanels);
        return all;
    }

    /** The path of each cell as it is seen from the end; to be asked behind {@link #drained}, when no lane writes. */
    List<SmoothedPath> smoothed() {
        List<SmoothedPath> smoothed = new ArrayList<>();
        for (SmoothedPaths own : paths) {
            own.economies().forEach(economy -> own.each(economy, Instant.MAX, smoothed::add));
        }
        return smoothed;
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
