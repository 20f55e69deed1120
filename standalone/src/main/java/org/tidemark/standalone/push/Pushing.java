package org.tidemark.standalone.push;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.api.query.PushDesk;
import org.tidemark.api.query.PushRefusedException;
import org.tidemark.api.query.PushRequest;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.producers.kafka.IntakeGate;
import org.tidemark.producers.kafka.LogReader;
import org.tidemark.producers.kafka.NoteBook;
import org.tidemark.producers.kafka.PublishException;
import org.tidemark.producers.kafka.PushLog;
import org.tidemark.producers.kafka.PushTransaction;
import org.tidemark.producers.kafka.PushVerdicts;
import org.tidemark.producers.load.Inputs;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.producers.load.Loader;
import org.tidemark.producers.plaincsv.PlainCsv;
import org.tidemark.producers.push.PushOutcome;
import org.tidemark.producers.push.PushTally;
import org.tidemark.producers.push.Pushed;
import org.tidemark.version.SystemNote;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * Publishes what is pushed by the loader of files, in one transaction with the note of it: a key whose note is there has
 * been published, and no other has, whenever a process dies.
 */
public final class Pushing implements PushDesk {
    /** As many names of transactions: those of one name end each other, and the broker remembers each of them. */
    private static final int SLOTS = 16;

    private static final int ATTEMPTS = 8;
    private static final RetryPolicy<Pushed> FENCED = RetryPolicy.<Pushed>builder()
            .handleIf(Pushing::isFenced)
            .withMaxAttempts(ATTEMPTS)
            .withBackoff(Duration.ofMillis(50), Duration.ofSeconds(3))
            .withJitter(0.8)
            .build();
    private static final Logger LOG = LoggerFactory.getLogger(Pushing.class);

    private final Map<String, Object> connection;
    private final Topics topics;
    private final Codecs codecs;
    private final Catalogue catalogue;
    private final Clock clock;
    private final IntakeGate gate;
    private final PushLog log;
    private final PushVerdicts verdicts;
    private final Spool spool;
    private final List<Lock> slots;

    /**
     * Opens nothing on the cluster yet.
     *
     * @param archive keeps what was published, as it was loaded; null where nothing is kept
     * @param archiveBytes how large that may be; when it is, nothing is taken
     */
    public Pushing(
            Map<String, Object> connection,
            Topics topics,
            Codecs codecs,
            Catalogue catalogue,
            @Nullable Path archive,
            long archiveBytes,
            Clock clock)
            throws IOException {
        this.connection = Map.copyOf(connection);
        this.topics = topics;
        this.codecs = codecs;
        this.catalogue = catalogue;
        this.clock = clock;
        this.gate = new IntakeGate(new NoteBook(connection, topics), Duration.ZERO, line -> {});
        this.log = new PushLog(connection, topics);
        this.verdicts = new PushVerdicts(connection, topics, codecs);
        this.spool = Spool.of(archive, archiveBytes);
        this.slots = Stream.<Lock>generate(ReentrantLock::new).limit(SLOTS).toList();
    }

    /**
     * Keeps in the archive what a process had published when it died, and drops what it had not.
     *
     * @throws PublishException where the cluster does not tell which is which
     */
    public void settle() throws IOException {
        for (String id : spool.left()) {
            try (PushTransaction unused = PushTransaction.begin(connection, topics, codecs, name(slot(id)))) {
                if (log.find(id).isPresent()) {
                    spool.keep(id);
                } else {
                    spool.drop(id);
                }
            }
        }
    }

    private static int slot(String id) {
        return Math.floorMod(id.hashCode(), SLOTS);
    }

    private String name(int slot) {
        return "%s-monitor-push-%d".formatted(topics.prefix(), slot);
    }

    @Override
    public Optional<PushOutcome> find(String id) {
        try {
            return log.find(id).map(verdicts::of);
        } catch (PublishException | KafkaException e) {
            throw PushRefusedException.notNow(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public PushOutcome push(PushRequest request) {
        int slot = slot(request.id());
        Lock one = slots.get(slot);
        one.lock();
        try {
            gate.await();
            Optional<Pushed> before = log.find(request.id());
            return PushOutcome.pending(before.isPresent() ? same(before.get(), request) : published(request, slot));
        } catch (PublishException | KafkaException e) {
            throw PushRefusedException.notNow(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw PushRefusedException.notNow("the body cannot be kept while it is published: " + e.getMessage());
        } finally {
            one.unlock();
        }
    }

    private static Pushed same(Pushed before, PushRequest request) {
        if (!before.body().equals(request.hash())) {
            throw PushRefusedException.anotherBody();
        }
        return before;
    }

    /**
     * Another monitor may have the name, and take it from us as we took it from it: then once more, after a pause that is
     * not the other's, so that they do not go on so.
     */
    private Pushed published(PushRequest request, int slot) throws IOException {
        try {
            return Failsafe.with(FENCED).get(() -> publishedOnce(request, slot));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw e;
        }
    }

    private static boolean isFenced(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }

    private Pushed publishedOnce(PushRequest request, int slot) throws IOException {
        try (PushTransaction transaction = PushTransaction.begin(connection, topics, codecs, name(slot))) {
            // What another had begun is over now, so that the log says whether it came to an end.
            Optional<Pushed> before = log.find(request.id());
            if (before.isPresent()) {
                return same(before.get(), request);
            }
            Pushed pushed = loaded(request, transaction);
            transaction.commit(SystemNote.of(pushed.id(), pushed.receivedAt(), pushed.values()));
            keep(pushed.id());
            return pushed;
        } catch (RuntimeException e) {
            spool.drop(request.id());
            throw e;
        }
    }

    /** It is published whether it can be kept or not; what was left lying is kept by the next start. */
    private void keep(String id) {
        try {
            spool.keep(id);
        } catch (IOException e) {
            LOG.warn("release {} is published, and cannot be kept in the archive: {}", id, e.getMessage());
        }
    }

    private Pushed loaded(PushRequest request, PushTransaction transaction) throws IOException {
        LogReader reader = new LogReader(connection);
        PushTally.Sender sender = new PushTally.Sender(
                request.by(),
                request.hash(),
                request.form(),
                reader.ends(topics.releases()).byPartition(),
                reader.ends(topics.rejected()).byPartition());
        PushTally tally = new PushTally(transaction.target());
        Path file = spool.write(request.id(), request.csv());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LoadReport report = new Loader(catalogue, List.of(new PlainCsv(catalogue)), tally, clock, LoadProgress.SILENT)
                .live()
                .run(Inputs.of(List.of(file)), new LoadSettings(false, null, null, false));
        require(report, tally, file);
        return tally.pushed(request.id(), now, sender, report);
    }

    private static void require(LoadReport report, PushTally tally, Path file) {
        for (String line : report.failures()) {
            throw PushRefusedException.unreadable(ofTheBody(line, file));
        }
        if (tally.isEmpty()) {
            throw PushRefusedException.unreadable(report.remarks().stream()
                    .map(line -> ofTheBody(line, file))
                    .findFirst()
                    .orElse("the body holds no row; send one at least"));
        }
    }

    /** Where a file lies that the producer has never seen is nothing to him. */
    private static String ofTheBody(String line, Path file) {
        return line.replace(file.toString(), "the body").replace(String.valueOf(file.getFileName()), "the body");
    }
}
