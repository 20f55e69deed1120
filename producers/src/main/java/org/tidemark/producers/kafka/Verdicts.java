package org.tidemark.producers.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tidemark.producers.load.BatchKey;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.release.ReleaseOutcome;
import org.tidemark.series.Event;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.Rejection;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.Topics;

/** Notes which releases a load sends, and waits until whoever monitors the cluster has judged all of them. */
public final class Verdicts implements LoadTarget {
    private final LoadTarget target;
    private final LogReader reader;
    private final Codecs codecs;
    private final LogEnds before;
    private final Set<BatchKey> awaited = new HashSet<>();
    private final List<ReleaseOutcome> outcomes = new ArrayList<>();
    private int releases;

    /** Begins before anything is sent: what was judged earlier is no verdict on it. */
    public Verdicts(LoadTarget target, LogReader reader, Topics topics, Codecs codecs) {
        this.target = target;
        this.reader = reader;
        this.codecs = codecs;
        this.before = reader.ends(topics.releases());
    }

    /** Is told how many of the releases that were sent have been judged. */
    @FunctionalInterface
    public interface Progress {
        void judged(int done, int releases);
    }

    /**
     * Waits.
     *
     * @param patience how long to wait while no release at all is judged
     * @return whether every release has been judged
     */
    public boolean await(Duration patience, Progress progress) {
        return reader.follow(
                before,
                patience,
                record -> {
                    reader.decode(codecs.outcomes(), record, this::note);
                    progress.judged(judged(), releases);
                },
                awaited::isEmpty);
    }

    private void note(ReleaseOutcome outcome) {
        if (awaited.remove(new BatchKey(outcome.economy(), outcome.batch()))) {
            outcomes.add(outcome);
        }
    }

    /** How many releases were sent, those of each economy for themselves. */
    public int releases() {
        return releases;
    }

    /** How many of them have been judged. */
    public int judged() {
        return outcomes.size();
    }

    /** What became of each release that has been judged. */
    public List<ReleaseOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    @Override
    public void send(Event event) {
        if (event instanceof ReleaseEnd closing && awaited.add(new BatchKey(closing.economy(), closing.batch()))) {
            releases++;
        }
        target.send(event);
    }

    @Override
    public PastLoads pastLoads() {
        return target.pastLoads();
    }

    @Override
    public PastFigures pastFigures(Set<String> sources) {
        return target.pastFigures(sources);
    }

    @Override
    public void note(Load load) {
        target.note(load);
    }

    @Override
    public void closed(Instant published, boolean last) {
        target.closed(published, last);
    }

    @Override
    public void reject(Rejection rejection) {
        target.reject(rejection);
    }

    @Override
    public void flush() {
        target.flush();
    }
}
