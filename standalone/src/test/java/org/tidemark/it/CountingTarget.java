package org.tidemark.it;

import java.time.Instant;
import java.util.Set;
import org.tidemark.producers.load.LoadTarget;
import org.tidemark.producers.load.PastFigures;
import org.tidemark.producers.load.PastLoads;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.validate.Rejection;

/** A target that lets a test act between two records of a load. */
public final class CountingTarget implements LoadTarget {
    /** Called before each record. */
    public interface BeforeSend {
        /**
         * Acts, or throws what ends the load.
         *
         * @param sent records that went before
         * @param target for flushing
         */
        void act(int sent, LoadTarget target) throws Exception;
    }

    private final LoadTarget target;
    private final BeforeSend before;
    private int sent;

    public CountingTarget(LoadTarget target, BeforeSend before) {
        this.target = target;
        this.before = before;
    }

    @Override
    public void send(Event event) {
        try {
            before.act(sent, target);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        sent++;
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
