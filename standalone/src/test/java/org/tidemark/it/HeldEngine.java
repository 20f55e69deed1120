package org.tidemark.it;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.alert.AlertEvent;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.engine.flow.EconomyEngine;
import org.tidemark.engine.flow.EngineParts;
import org.tidemark.engine.flow.PanelEngine;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.engine.output.Output;
import org.tidemark.engine.rederive.Rederivation;
import org.tidemark.engine.rederive.Task;
import org.tidemark.engine.table.MemoryTables;
import org.tidemark.engine.validate.FutureGuard;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.Loader;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.Watermark;
import org.tidemark.validate.Rejection;
import org.tidemark.version.Derivation;
import org.tidemark.wire.Codecs;

/** Both halves of the engine over tables that outlive them, begun again and again with other rules, catalogue or program. */
public final class HeldEngine {
    private static final Task ECONOMIES = new Task("economies", 0);
    private static final Task PANELS = new Task("panels", 0);

    private final MemoryTables economies = new MemoryTables();
    private final MemoryTables panels = new MemoryTables();
    private final SortedMap<String, Estimate> latest = new TreeMap<>();
    private final SortedSet<String> active = new TreeSet<>();
    private EconomyEngine engine;
    private PanelEngine second;

    /** One that holds nothing yet. */
    public HeldEngine(Catalogue catalogue, String model, Instant since) {
        second = panels(catalogue, derivation(catalogue, model, since, true));
        engine = economies(catalogue, derivation(catalogue, model, since, true));
        begin();
    }

    private static Derivation derivation(Catalogue catalogue, String model, Instant since, boolean fresh) {
        Map<String, String> parts = Map.of(
                Derivation.RULES, catalogue.recipes().alerts().version(),
                Derivation.CATALOGUE, catalogue.hash(),
                Derivation.MODEL, model);
        return new Derivation(new TreeMap<>(parts), since, fresh, 1);
    }

    private PanelEngine panels(Catalogue catalogue, Derivation derivation) {
        return new PanelEngine(parts(catalogue, derivation), panels, PANELS, this::heard);
    }

    private EconomyEngine economies(Catalogue catalogue, Derivation derivation) {
        return new EconomyEngine(
                parts(catalogue, derivation), economies, ECONOMIES, FutureGuard.NONE, () -> Instant.EPOCH, output -> {
                    if (output instanceof Output.PanelChange change) {
                        second.accept(change.change());
                    } else if (output instanceof Output.PanelWatermark mark) {
                        second.accept(mark.closing());
                    } else {
                        heard(output);
                    }
                });
    }

    private static EngineParts parts(Catalogue catalogue, Derivation derivation) {
        return new EngineParts(catalogue, Codecs.singleObject(), FlowListener.NONE, new Rederivation(derivation));
    }

    /** Begins again on what is held; returns when everything is derived anew. */
    public void restart(Catalogue catalogue, String model, Instant since) {
        engine.close();
        second.close();
        second = panels(catalogue, derivation(catalogue, model, since, false));
        engine = economies(catalogue, derivation(catalogue, model, since, false));
        begin();
    }

    private void begin() {
        if (second.begin()) {
            second.noteFresh();
        }
        boolean more = engine.begin();
        while (more) {
            more = engine.turn();
        }
    }

    private void heard(Output output) {
        if (output instanceof Output.Estimated said) {
            latest.put(said.estimate().key().toString(), said.estimate());
        } else if (output instanceof Output.Alerted told) {
            if (told.event().kind() == AlertEvent.Kind.RAISED) {
                active.add(told.event().key().toString());
            } else {
                active.remove(told.event().key().toString());
            }
        }
    }

    /** Alerts that are active. */
    public SortedSet<String> active() {
        return new TreeSet<>(active);
    }

    /**
     * What is estimated, by cell, in words: everything but the instant at which it was said, and what is told of that
     * instant: the level, and what is passed by then. Of what is estimated from nothing any more there is none.
     */
    public SortedMap<String, String> estimates() {
        SortedMap<String, String> estimates = new TreeMap<>();
        latest.forEach((cell, e) -> {
            if (e.inputs() > 0) {
                estimates.put(cell, plain(e));
            }
        });
        return estimates;
    }

    private static String plain(Estimate e) {
        List<HorizonValue> levels = e.levels().stream()
                .filter(level -> level.horizon() != Horizon.NOW)
                .toList();
        // Of what is made of other estimates the hash names the instants at which those were said.
        String hash = e.key().measure().equals("penetration") ? e.inputsHash() : "";
        return new Estimate(
                        e.key(),
                        Instant.EPOCH,
                        e.period(),
                        e.inputs(),
                        hash,
                        e.model(),
                        e.unit(),
                        levels,
                        e.trajectory(),
                        e.terms(),
                        e.withheld())
                .toString()
                .replaceAll("passed=[^,]*,", "");
    }

    /** Loads files as they are loaded into a system. */
    public void load(Catalogue catalogue, Path file) throws IOException {
        var unused = new Loader(
                        catalogue, Formats.all(catalogue), new Sending(), Clock.systemUTC(), LoadProgress.SILENT)
                .run(Inputs.of(List.of(file)), LoadSettings.ALL);
    }

    private final class Sending implements LoadTarget {
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
            // Nobody asks what was loaded.
        }

        @Override
        public void send(Event event) {
            engine.accept(event);
        }

        @Override
        public void closed(Instant published, boolean last) {
            Watermark.onEach("run", published, 1, last).forEach(engine::accept);
        }

        @Override
        public void reject(Rejection rejection) {
            throw new AssertionError(rejection.place() + ": " + rejection.detail());
        }

        @Override
        public void flush() {
            // Each is taken at once.
        }
    }
}
