package org.tidemark.standalone.run;

import java.time.Instant;
import java.util.Set;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.validate.Rejection;

/** A target that takes nothing more while there is no room for it; whoever sends waits. */
public record GatedTarget(LoadTarget target, Runnable untilRoom) implements LoadTarget {
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
        untilRoom.run();
        target.note(load);
    }

    @Override
    public void send(Event event) {
        untilRoom.run();
        target.send(event);
    }

    @Override
    public void closed(Instant published, boolean last) {
        untilRoom.run();
        target.closed(published, last);
    }

    @Override
    public void reject(Rejection rejection) {
        untilRoom.run();
        target.reject(rejection);
    }

    @Override
    public void flush() {
        target.flush();
    }
}
