package org.tidemark.standalone.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.alert.AlertEvent;
import org.tidemark.engine.estimate.SmoothedPaths;
import org.tidemark.news.News;
import org.tidemark.penetration.SmoothedPath;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.producers.kafka.RelayTarget;
import org.tidemark.producers.kafka.ResumePoint;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.standalone.history.HistorySize;
import org.tidemark.standalone.logging.LogFile;
import org.tidemark.standalone.report.Counts;
import org.tidemark.standalone.report.Refusals;
import org.tidemark.standalone.run.FileFault;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.ShutdownScope;
import org.tidemark.standalone.run.SystemSettings;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * Plays history in the order of publication through the same engine, in this process, and writes what was said. Through
 * Kafka it goes through the topologies, on a broker of its own with topics, groups and state of its own.
 */
public final class Replay {
    private static final Topics TOPICS = new Topics("replay");
    private static final Codecs CODECS = Codecs.singleObject();
    private static final String INPUT = "input";

    private final ReplaySettings settings;
    private final Playback playback;
    private final ReplayProgress progress;
    private final RunJson runJson;

    public Replay(ReplaySettings settings, Playback playback, ReplayProgress progress) {
        this.settings = settings;
        this.playback = playback;
        this.progress = progress;
        this.runJson = new RunJson(settings);
    }

    /** What a caller tells the user. */
    public record Told(
            LoadReport report,
            Counts counts,
            Refusals refused,
            int updates,
            List<News> news,
            List<AlertEvent> alerts,
            HistorySize history,
            Duration took,
            PeakMemory memory) {}

    /** Plays files. */
    public Told run(Inputs inputs) throws IOException, InterruptedException {
        return run(new FileHistory(inputs, Clock.systemUTC()));
    }

    /** Plays the observations of a running cluster, of which it only reads. */
    public Told run(TopicSource source) throws IOException, InterruptedException {
        return run(new ClusterHistory(source));
    }

    private Told run(History history) throws IOException, InterruptedException {
        Path out = writable(settings.out());
        long begun = System.nanoTime();
        return ShutdownScope.of(life -> {
            WorkDirectory work = life.hold(() -> WorkDirectory.of(playback.work()));
            LogFile.in(work.path());
            boolean goneOn = work.begun() != null;
            // Not opened while it is being held: whoever ends the process need not wait until a whole topic is read.
            History.Opened read = opened(history, work);
            History.Opened opened = life.hold(() -> read);
            ReplayResult result = playback.throughKafka() ? throughKafka(life, work, opened) : inProcess(life, opened);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            // Written last: a folder without it holds no whole replay, whatever an earlier one has left there.
            boolean unused = Files.deleteIfExists(out.resolve("run.json"));
            ReplayFiles.Written files =
                    new ReplayFiles(out, settings.catalogue().recipes().measures()).write(result);
            PeakMemory memory = PeakMemory.now();
            runJson.write(
                    opened.input(result.report()),
                    result,
                    files,
                    new RunJson.Effort(took, memory, playback.speed(), goneOn));
            return new Told(
                    result.report(),
                    result.counts(),
                    result.refused(),
                    result.estimates().size(),
                    result.news(),
                    result.alerts(),
                    files.history(),
                    took,
                    memory);
        });
    }

    /** Opens the history; a folder that is kept notes what is played there before anything of it is sent. */
    private History.Opened opened(History history, WorkDirectory work) throws IOException {
        JsonNode begun = work.begun();
        History.Opened opened = history.open(work.path(), begun == null ? null : begun.get(INPUT), settings, progress);
        try {
            if (work.isKept()) {
                ObjectNode plan = runJson.plan();
                plan.set(INPUT, opened.identity());
                work.begin(plan);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private LocalSystem started(WorkDirectory work) {
        StoreKind stores = work.isKept() ? StoreKind.DISK : StoreKind.MEMORY;
        return LocalSystem.start(
                new SystemSettings(work.path(), 0, TOPICS, stores, settings.threads(), settings.catalogue(), false),
                work.place());
    }

    private ReplayResult inProcess(ShutdownScope life, History.Opened history)
            throws IOException, InterruptedException {
        EngineRun engine = life.hold(() -> new EngineRun(settings.catalogue(), CODECS, settings.threads()));
        LoadReport report = history.play(asked(), target(engine, ResumePoint.nothing()));
        return ReplayResult.of(report, engine.drained(), engine.smoothed());
    }

    private ReplayResult throughKafka(ShutdownScope life, WorkDirectory work, History.Opened opened)
            throws IOException, InterruptedException {
        LocalSystem system = life.hold(() -> started(work));
        playback.onlooker().started(life, system);
        return play(system, opened, work.isKept());
    }

    private LoadSettings asked() {
        return new LoadSettings(settings.asFiled(), settings.asOf(), settings.until(), false);
    }

    private PlayTarget target(RelayTarget to, ResumePoint before) {
        return new PlayTarget(to, before, new Pacer(playback.speed(), playback.ticker()), progress);
    }

    private ReplayResult play(LocalSystem system, History.Opened history, boolean kept)
            throws IOException, InterruptedException {
        ResumePoint before =
                kept ? ResumePoint.in(new LogReader(system.connection()), TOPICS, CODECS) : ResumePoint.nothing();
        try (KafkaTarget kafka = new KafkaTarget(system.connection(), TOPICS, CODECS)) {
            LoadReport report = history.play(asked(), target(kafka, before));
            system.drain(progress);
            TopicContents contents = new TopicContents(system.connection(), TOPICS, CODECS);
            List<SmoothedPath> smoothed = new ArrayList<>();
            SmoothedPaths paths = new SmoothedPaths(settings.catalogue(), system.monitor(), CODECS);
            paths.economies().forEach(economy -> paths.each(economy, Instant.MAX, smoothed::add));
            return ReplayResult.of(report, Said.in(contents), smoothed);
        }
    }

    /** Looked at before the work, so that an hour of it does not end at a folder that takes no file. */
    private static Path writable(Path out) throws IOException {
        try {
            if (!Files.isDirectory(out)) {
                Files.createDirectories(out);
            }
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "--out %s cannot be made: %s; name another folder".formatted(out, FileFault.of(e)));
        }
        if (!Files.isWritable(out)) {
            throw new UnreadableFileException(
                    "--out %s cannot be written; change its permissions or name another folder".formatted(out));
        }
        return out;
    }
}
