package org.tidemark.streams.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.engine.listen.FlowListener;
import org.tidemark.streams.state.StoreAccess;
import org.tidemark.streams.state.StoresUnavailableException;
import org.tidemark.wire.Codecs;

/** All metrics on one registry: the domain's, the JVM's and those of Kafka Streams. */
public final class MonitorMetrics implements AutoCloseable {
    /** Series of the domain at most; together with the rest a deployment stays small enough for any Prometheus. */
    public static final int SERIES_MAX_DEFAULT = 8_000;

    private static final Logger LOG = LoggerFactory.getLogger(MonitorMetrics.class);
    private static final int METERS_MAX = 2_000;
    /** A series for each measurement, store and partition, thousands, which no rule and no panel reads. */
    private static final String OF_STORES = "kafka.stream.state.";

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, registry, Clock.SYSTEM);
    private final ExpositionFormats formats = ExpositionFormats.init();
    private final PipelineCounters flow = new PipelineCounters();
    private final DomainMetrics domain;
    private final OutcomeCounts pushes = new OutcomeCounts(
            "tidemark_push_requests",
            "Bodies sent over HTTP by what came of them: accepted, or why nothing was taken.");
    private final List<AutoCloseable> bound = new ArrayList<>();
    /** Those of the client that is watched, of which there may be another later. */
    private final List<AutoCloseable> ofClient = new CopyOnWriteArrayList<>();

    public MonitorMetrics(Codecs codecs, int seriesMax) {
        this(codecs, seriesMax, java.time.Clock.systemUTC());
    }

    /** One whose today is that of a clock. */
    public MonitorMetrics(Codecs codecs, int seriesMax, java.time.Clock clock) {
        domain = new DomainMetrics(MonitorMetrics::nothingYet, codecs, flow, seriesMax, clock);
        registry.register(domain);
        registry.register(pushes);
        meters.config()
                .meterFilter(MeterFilter.denyNameStartsWith(OF_STORES))
                .meterFilter(MeterFilter.maximumAllowableMetrics(METERS_MAX));
        bind(new JvmMemoryMetrics());
        bind(new JvmGcMetrics());
        bind(new JvmThreadMetrics());
        bind(new ClassLoaderMetrics());
        bind(new ProcessorMetrics());
        bind(new UptimeMetrics());
        bind(new FileDescriptorMetrics());
    }

    private static ReadOnlyKeyValueStore<Bytes, byte[]> nothingYet(String name) {
        throw new StoresUnavailableException("store " + name + ": the application has not begun", null);
    }

    /** For the processors, which tell it what passes. */
    public FlowListener flow() {
        return flow;
    }

    /** Counts what is pushed, for whoever takes it. */
    public OutcomeCounts pushes() {
        return pushes;
    }

    /** From now on says what is running, and how long the sources of its catalogue may be silent. */
    public void about(BuildInfo what) {
        domain.about(what);
    }

    /** From now on shows the free and the whole room of the disk that a folder lies on, in bytes. */
    public void room(Path folder) {
        bind(new DiskSpaceMetrics(folder.toFile()));
    }

    /** From now on shows what another part of the process counts. */
    public void also(MultiCollector counts) {
        registry.register(counts);
    }

    /** From now on shows the estimates in these stores and how this client does. */
    public void watch(StoreAccess stores, KafkaStreams streams) {
        read(stores);
        domain.read(() -> InputLag.of(streams.metrics().values()));
        ofClient.forEach(MonitorMetrics::unbind);
        ofClient.clear();
        KafkaStreamsMetrics client = new KafkaStreamsMetrics(streams);
        client.bindTo(meters);
        ofClient.add(client);
    }

    /** From now on shows the estimates in these stores. */
    public void read(StoreAccess stores) {
        domain.read(stores);
    }

    private void bind(MeterBinder binder) {
        binder.bindTo(meters);
        if (binder instanceof AutoCloseable closeable) {
            bound.add(closeable);
        }
    }

    /** The content type with which an Accept header is answered; as an Accept header it gives itself again. */
    public String format(@Nullable String accept) {
        return formats.findWriter(accept).getContentType();
    }

    /**
     * Answers one scrape.
     *
     * @param accept the Accept header; decides between the Prometheus text format and OpenMetrics
     */
    public Exposition scrape(@Nullable String accept) {
        ExpositionFormatWriter writer = formats.findWriter(accept);
        return new Exposition(writer.getContentType(), write(writer, registry.scrape()));
    }

    private static byte[] write(ExpositionFormatWriter writer, MetricSnapshots snapshots) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(64 * 1024);
        try {
            writer.write(body, snapshots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }

    /**
     * Begins to scrape for nobody, so that the first scrape that counts takes no longer than later ones. Until it is done,
     * scrapes show none of the estimates.
     */
    public WarmUp rehearse() {
        return rehearsal().begin();
    }

    WarmUp rehearsal() {
        domain.rehearsed(false);
        return new WarmUp(
                () -> {
                    write(formats.findWriter(null), domain.all());
                    return domain.isReadable();
                },
                domain::estimatesRead,
                () -> domain.rehearsed(true));
    }

    @Override
    public void close() {
        ofClient.forEach(MonitorMetrics::unbind);
        bound.forEach(MonitorMetrics::unbind);
        meters.close();
    }

    private static void unbind(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // A meter that cannot be unbound ends with the process all the same.
            LOG.warn("{} was not closed", closeable, e);
        }
    }
}
