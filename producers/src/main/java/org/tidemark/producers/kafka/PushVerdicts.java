package org.tidemark.producers.kafka;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tidemark.producers.load.BatchKey;
import org.tidemark.producers.push.PushOutcome;
import org.tidemark.producers.push.Pushed;
import org.tidemark.producers.push.RefusedRow;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/**
 * Reads what became of what was pushed: behind the place where the topics ended when it was published, and each place
 * once while it is remembered.
 */
public final class PushVerdicts {
    private static final int REMEMBERED_MAX = 1_000;

    private final LogReader reader;
    private final Topics topics;
    private final Codecs codecs;
    private final Map<String, Reading> readings = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reading> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    public PushVerdicts(Map<String, Object> connection, Topics topics, Codecs codecs) {
        this.reader = new LogReader(connection);
        this.topics = topics;
        this.codecs = codecs;
    }

    /**
     * What is known by now.
     *
     * @throws PublishException where the cluster does not tell
     */
    public PushOutcome of(Pushed pushed) {
        Reading reading;
        synchronized (readings) {
            reading = readings.computeIfAbsent(pushed.id(), id -> new Reading(pushed));
        }
        return reading.on();
    }

    /** How far the topics have been read for one of them. */
    private final class Reading {
        private final Set<BatchKey> seen = new HashSet<>();
        private PushOutcome outcome;
        private LogEnds outcomes;
        private LogEnds refusals;

        Reading(Pushed pushed) {
            outcome = PushOutcome.pending(pushed);
            outcomes = new LogEnds(topics.releases(), pushed.outcomesFrom());
            refusals = new LogEnds(topics.rejected(), pushed.refusalsFrom());
        }

        synchronized PushOutcome on() {
            if (!outcome.isJudged()) {
                outcomes = reader.readOn(outcomes, record -> reader.decode(codecs.outcomes(), record, this::note));
            }
            if (!outcome.isTold()) {
                refusals = reader.readOn(refusals, this::refused);
            }
            return outcome;
        }

        private void note(ReleaseOutcome said) {
            if (said.batch().load().equals(outcome.pushed().load())
                    && seen.add(new BatchKey(said.economy(), said.batch()))) {
                outcome = outcome.with(said);
            }
        }

        private void refused(ConsumerRecord<byte[], byte[]> record) {
            reader.decode(codecs.rejections(), record, this::refused);
        }

        /** What was refused when the body was read has been told then. */
        private void refused(Rejection rejection) {
            if (rejection.record() != null
                    && rejection.load() != null
                    && rejection.load().equals(outcome.pushed().load())
                    && outcome.refused().size() < Pushed.ROWS_MAX) {
                outcome = outcome.with(RefusedRow.of(rejection));
            }
        }
    }
}
