package org.tidemark.standalone.replay;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tidemark.producers.kafka.PlayedEvents;
import org.tidemark.producers.kafka.RelayTarget;
import org.tidemark.producers.kafka.ResumePoint;
import org.tidemark.producers.kafka.TopicRecord;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.Watermark;
import org.tidemark.validate.Rejection;

/**
 * Where history is played to: at its pace, without what an earlier start has sent already. A replay begins with nothing,
 * also when it goes on, so that it sends the same events in the same order each time.
 */
final class PlayTarget implements RelayTarget {
    /** The one run of a replay, whichever of its starts goes on with it. */
    private static final String RUN = "replay";

    private final RelayTarget target;
    private final ResumePoint before;
    private final Pacer pacer;
    private final ReplayProgress progress;
    private long releases;

    PlayTarget(RelayTarget target, ResumePoint before, Pacer pacer, ReplayProgress progress) {
        this.target = target;
        this.before = before;
        this.pacer = pacer;
        this.progress = progress;
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
        target.note(load);
    }

    @Override
    public void send(Event event) {
        if (!before.hasNext(event.economy())) {
            pacer.reach(event.batch().published());
            target.send(PlayedEvents.received(event));
        }
        if (event instanceof ReleaseEnd) {
            releases++;
            progress.reached(event.batch().published(), releases);
        }
    }

    @Override
    public void relay(TopicRecord record) {
        if (!before.hasNext(record)) {
            pacer.reach(Instant.ofEpochMilli(record.timestamp()));
            target.relay(record);
        }
    }

    @Override
    public void closed(Instant published, boolean last) {
        Watermark.onEach(RUN, published, target.partitions(), last).forEach(this::closed);
    }

    @Override
    public void closed(Watermark closing) {
        if (!before.hasNextOn(closing.partition())) {
            target.closed(closing);
        }
    }

    @Override
    public int partitions() {
        return target.partitions();
    }

    @Override
    public void reject(Rejection rejection) {
        if (!before.hasNext(rejection)) {
            target.reject(rejection);
        }
    }

    @Override
    public void flush() {
        target.flush();
    }
}
