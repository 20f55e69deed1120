package org.tidemark.standalone.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.tidemark.news.News;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.standalone.logging.LogFile;
import org.tidemark.standalone.report.Counts;
import org.tidemark.standalone.run.DataDir;
import org.tidemark.standalone.run.FileFault;
import org.tidemark.standalone.run.Lifetime;
import org.tidemark.standalone.run.LocalSystem;
import org.tidemark.standalone.run.TopicContents;
import org.tidemark.streams.topology.StoreKind;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** Plays files in the order of publication through the same topologies, on a broker of its own, and writes what was said. */
public final class Replay {
    private static final Topics TOPICS = new Topics("replay");

    private final ReplaySettings settings;
    private final LoadProgress progress;
    private final LocalSystem.Backlog backlog;

    public Replay(ReplaySettings settings, LoadProgress progress, LocalSystem.Backlog backlog) {
        this.settings = settings;
        this.progress = progress;
        this.backlog = backlog;
    }

    /** What a caller tells the user. */
    public record Told(LoadReport report, Counts counts, int updates, List<News> news, Duration took) {}

    public Told run(Inputs inputs) throws IOException, InterruptedException {
        Path out = writable(settings.out());
        long begun = System.nanoTime();
        return Lifetime.of(life -> {
            DataDir dir = life.hold(DataDir::ephemeral);
            LogFile.in(dir.path());
            LocalSystem system = life.hold(() -> LocalSystem.start(new LocalSystem.Settings(
                    dir.path(), 0, TOPICS, StoreKind.MEMORY, settings.threads(), settings.catalogue())));
            ReplayResult result = play(system, inputs);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            SortedMap<String, String> files = new ReplayFiles(out).write(result);
            new RunJson().write(out, settings, result, files, took);
            return new Told(result.report(), result.counts(), result.estimates().size(), result.news(), took);
        });
    }

    private ReplayResult play(LocalSystem system, Inputs inputs) throws IOException, InterruptedException {
        try (KafkaTarget target = new KafkaTarget(system.connection(), TOPICS, Codecs.singleObject())) {
            LoadReport report = new Loader(
                            settings.catalogue(),
                            Formats.all(settings.catalogue()),
                            target,
                            Clock.systemUTC(),
                            progress)
                    .run(inputs, new LoadSettings(settings.asFiled(), settings.asOf(), settings.until(), false));
            system.drain(backlog);
            TopicContents contents = new TopicContents(system.connection(), TOPICS, Codecs.singleObject());
            return ReplayResult.of(
                    report, contents.estimates(), contents.news(), contents.rejections(), contents.releases());
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
