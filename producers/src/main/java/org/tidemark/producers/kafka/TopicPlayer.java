package org.tidemark.producers.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.load.BatchKey;
import org.tidemark.producers.load.LoadProgress;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.producers.load.LoadSettings;
import org.tidemark.release.Load;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Sends what an observations topic holds once more, in the order of publication, as a load of files would. */
public final class TopicPlayer {
    private final LogReader reader;
    private final Codecs codecs;
    private final TopicEnds ends;
    private final LoadProgress progress;

    public TopicPlayer(LogReader reader, Codecs codecs, TopicEnds ends, LoadProgress progress) {
        this.reader = reader;
        this.codecs = codecs;
        this.ends = ends;
        this.progress = progress;
    }

    /**
     * Plays all of it. Figures that lie outside what is asked for are left out, and the closings count the others.
     *
     * @return one load for each that the topic holds, with the counts that its producer noted
     */
    public LoadReport play(TopicHistory history, LoadSettings settings, RelayTarget target) {
        TopicTally tally = new TopicTally(loads());
        refusedWhileRead(target);
        Run run = new Run(history, settings, target, tally);
        List<Place> order = history.order();
        int from = 0;
        while (from < order.size()) {
            int to = from + 1;
            while (to < order.size() && order.get(to).isOfTheInstantOf(order.get(from))) {
                to++;
            }
            run.instant(order.subList(from, to));
            run.close(
                    order.get(from).at(),
                    to == order.size() ? null : order.get(to).at());
            from = to;
        }
        target.flush();
        LoadReport report = tally.report();
        report.loads().forEach(target::note);
        target.flush();
        return report;
    }

    private List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        reader.read(ends.loads(), record -> reader.decode(codecs.loads(), record, loads::add));
        return loads;
    }

    /** Once each, and in any order: a file that was sent twice was refused twice. */
    private void refusedWhileRead(RelayTarget target) {
        Set<ByteBuffer> seen = new HashSet<>();
        reader.read(ends.rejected(), record -> {
            Rejection rejection = refusedByAProducer(record);
            if (rejection != null
                    && seen.add(ByteBuffer.wrap(codecs.rejections().encode(rejection)))) {
                target.reject(rejection);
            }
        });
    }

    /** A producer rejects under the place; the topologies, which will refuse theirs again, under the key as received. */
    private @Nullable Rejection refusedByAProducer(ConsumerRecord<byte[], byte[]> record) {
        try {
            Rejection rejection =
                    record.value() == null ? null : codecs.rejections().decode(record.value());
            boolean producers = rejection != null
                    && Arrays.equals(record.key(), rejection.place().getBytes(StandardCharsets.UTF_8));
            return producers ? rejection : null;
        } catch (UndecodableException e) {
            reader.foreign().note(record, e);
            return null;
        }
    }

    private final class Run {
        private final TopicHistory history;
        private final LoadSettings settings;
        private final RelayTarget target;
        private final TopicTally tally;
        private long played;

        Run(TopicHistory history, LoadSettings settings, RelayTarget target, TopicTally tally) {
            this.history = history;
            this.settings = settings;
            this.target = target;
            this.tally = tally;
        }

        /** Everything of one instant and key: its releases are one update, which ends with the last of them. */
        void instant(List<Place> places) {
            boolean known = !isBeyond(places.get(0).at());
            List<Sending> sendings = new ArrayList<>();
            for (Place place : places) {
                BatchKey release = place.release();
                if (release != null) {
                    sendings.addAll(counted(history.sendings(release, place), known));
                }
            }
            if (known) {
                send(sendings);
                places.stream().filter(p -> p.release() == null).forEach(this::relay);
            }
        }

        /** Ends an instant when another follows; what is beyond the instant that is asked for is none that was sent. */
        void close(Instant at, @Nullable Instant next) {
            boolean over = next == null || isBeyond(next);
            if (!isBeyond(at) && (over || !at.equals(next))) {
                target.closed(at, over);
            }
        }

        private boolean isBeyond(Instant at) {
            Instant asOf = settings.asOf();
            return asOf != null && at.isAfter(asOf);
        }

        private void relay(Place place) {
            history.records(place).forEach(target::relay);
        }

        /** Those that are to be sent; of a release the first that is applied counts, since the others repeat most of it. */
        private List<Sending> counted(List<Sending> sendings, boolean known) {
            List<Sending> kept = new ArrayList<>();
            boolean first = true;
            for (Sending sending : sendings) {
                Sending left = known ? withinPeriods(sending) : null;
                if (left != null) {
                    kept.add(left);
                }
                if (first && sending.isWhole()) {
                    first = false;
                    int sent = left == null ? 0 : left.places().size();
                    tally.release(
                            sending.address().economy(),
                            sending.address().batch(),
                            sent,
                            sending.places().size() - sent);
                }
            }
            return kept;
        }

        private @Nullable Sending withinPeriods(Sending sending) {
            LocalDate until = settings.until();
            return until == null ? sending : sending.until(until);
        }

        private void send(List<Sending> sendings) {
            int last = -1;
            for (int i = 0; i < sendings.size(); i++) {
                last = sendings.get(i).isWhole() ? i : last;
            }
            for (int i = 0; i < sendings.size(); i++) {
                send(sendings.get(i), i < last);
            }
        }

        private void send(Sending sending, boolean moreAtInstant) {
            for (Observation place : sending.places()) {
                target.send(place);
            }
            ReleaseEnd closing = sending.closing();
            if (closing != null) {
                target.send(new ReleaseEnd(
                        closing.economy(), closing.batch(), closing.sent(), closing.complete(), moreAtInstant));
            }
            played += sending.places().size() + 1L;
            progress.sending(Math.min(played, history.records()), history.records());
        }
    }
}
