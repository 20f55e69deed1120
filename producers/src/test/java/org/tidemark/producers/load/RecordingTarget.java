package org.tidemark.producers.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tidemark.release.Load;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.validate.Rejection;

/** A log in memory: what arrives stays, in order, and is what the next run finds. */
final class RecordingTarget implements LoadTarget {
    static final String FLUSH = "flush";

    /** Everything that was called, in order: {@link Load}, {@link Event}, {@link Rejection} or {@link #FLUSH}. */
    final List<Object> log = new ArrayList<>();

    final List<Load> notes = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    /** Instants that were said to be over, each with how many events were there, and whether the run was. */
    final List<String> closed = new ArrayList<>();

    final List<Rejection> rejections = new ArrayList<>();
    final List<Set<String>> asked = new ArrayList<>();
    private int eventsTakenMax = Integer.MAX_VALUE;
    private int rejectionsTakenMax = Integer.MAX_VALUE;

    RecordingTarget breaksAfterEvents(int count) {
        eventsTakenMax = count;
        return this;
    }

    RecordingTarget breaksAfterRejections(int count) {
        rejectionsTakenMax = count;
        return this;
    }

    RecordingTarget mended() {
        return breaksAfterEvents(Integer.MAX_VALUE).breaksAfterRejections(Integer.MAX_VALUE);
    }

    /** What comes from here on. */
    void forgetCalls() {
        log.clear();
    }

    @Override
    public PastLoads pastLoads() {
        return new PastLoads(notes);
    }

    @Override
    public PastFigures pastFigures(Set<String> sources) {
        asked.add(sources);
        PastFigures past = new PastFigures();
        observations().stream()
                .filter(o -> sources.contains(o.batch().source()))
                .forEach(past::remember);
        return past;
    }

    @Override
    public void note(Load load) {
        log.add(load);
        notes.add(load);
    }

    @Override
    public void send(Event event) {
        if (events.size() >= eventsTakenMax) {
            throw new IllegalStateException("the target takes no more events");
        }
        log.add(event);
        events.add(event);
    }

    @Override
    public void closed(Instant published, boolean last) {
        closed.add("%s after %d%s".formatted(published, events.size(), last ? ", last" : ""));
    }

    @Override
    public void reject(Rejection rejection) {
        if (rejections.size() >= rejectionsTakenMax) {
            throw new IllegalStateException("the target takes no more rejections");
        }
        log.add(rejection);
        rejections.add(rejection);
    }

    @Override
    public void flush() {
        log.add(FLUSH);
    }

    List<Observation> observations() {
        return events.stream()
                .filter(Observation.class::isInstance)
                .map(Observation.class::cast)
                .toList();
    }

    List<ReleaseEnd> closings() {
        return events.stream()
                .filter(ReleaseEnd.class::isInstance)
                .map(ReleaseEnd.class::cast)
                .toList();
    }
}
