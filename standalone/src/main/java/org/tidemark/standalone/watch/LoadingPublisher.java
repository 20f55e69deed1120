package org.tidemark.standalone.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.kafka.KafkaTarget;
import org.tidemark.producers.kafka.PublishException;
import org.tidemark.producers.load.Formats;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.Loader;
import org.tidemark.producers.watch.FetchPublisher;

/**
 * Publishes what was received as {@code ingest} would: the same loader, to the same topics.
 *
 * @param targets a connection for each file, which is closed after it
 * @param gate what stands before the cluster, such as whoever waits while its disk is full
 * @param reports takes what became of each file
 */
public record LoadingPublisher(
        Catalogue catalogue, Supplier<KafkaTarget> targets, Gate gate, Clock clock, Consumer<LoadReport> reports)
        implements FetchPublisher {
    /** Stands before a target. */
    @FunctionalInterface
    public interface Gate {
        LoadTarget before(LoadTarget target);
    }

    @Override
    public void publish(Path file) throws IOException {
        try (KafkaTarget target = targets.get()) {
            // What was loaded whole before, by a run that died before it could note it, is passed over.
            LoadSettings settings = new LoadSettings(false, null, null, true);
            LoadReport report = new Loader(
                            catalogue, Formats.all(catalogue), gate.before(target), clock, LoadProgress.SILENT)
                    .live()
                    .run(Inputs.of(List.of(file)), settings);
            reports.accept(report);
        } catch (PublishException | KafkaException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }
}
