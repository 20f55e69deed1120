package org.tidemark.streams.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.BatchId;
import org.tidemark.series.Event;
import org.tidemark.series.FigureId;
import org.tidemark.series.Observation;
import org.tidemark.series.ObservationStatus;
import org.tidemark.series.Period;
import org.tidemark.series.PublicationDate;
import org.tidemark.series.PublishedBasis;
import org.tidemark.series.ReleaseEnd;
import org.tidemark.series.SeriesId;

/** A release of one source in one economy as a producer sends it: its figures in order, then the closing. Immutable. */
record ReleaseSent(String economy, BatchId batch, List<Figure> figures, boolean complete, boolean moreAtInstant) {
    static final String ANY_USE = "adoption.firms.any_use";

    record Figure(
            String indicator,
            String sector,
            Period period,
            @Nullable Double value,
            @Nullable Double standardError,
            String unit) {}

    ReleaseSent {
        figures = List.copyOf(figures);
    }

    /** An empty release of Germany. */
    static ReleaseSent of(String source, String day) {
        BatchId batch = new BatchId(source, source + "-" + day, PublicationDate.parse(day), "load-1");
        return new ReleaseSent("DE", batch, List.of(), false, false);
    }

    ReleaseSent in(String where) {
        return new ReleaseSent(where, batch, figures, complete, moreAtInstant);
    }

    ReleaseSent release(String id) {
        return as(new BatchId(batch.source(), id, batch.published(), batch.load()));
    }

    ReleaseSent load(String load) {
        return as(new BatchId(batch.source(), batch.release(), batch.published(), load));
    }

    Instant published() {
        return batch.published();
    }

    ReleaseSent at(Instant published) {
        return as(new BatchId(batch.source(), batch.release(), published, batch.load()));
    }

    private ReleaseSent as(BatchId other) {
        return new ReleaseSent(economy, other, figures, complete, moreAtInstant);
    }

    ReleaseSent completely() {
        return new ReleaseSent(economy, batch, figures, true, moreAtInstant);
    }

    ReleaseSent withMoreAtInstant() {
        return new ReleaseSent(economy, batch, figures, complete, true);
    }

    /** Firms with any use of AI, of the whole economy, percent. */
    ReleaseSent figure(String period, double value) {
        return with(new Figure(ANY_USE, SeriesId.TOTAL, Period.parse(period), value, null, "percent"));
    }

    ReleaseSent figure(String indicator, String sector, String period, double value) {
        return with(new Figure(indicator, sector, Period.parse(period), value, null, "percent"));
    }

    ReleaseSent withdrawn(String period) {
        return with(new Figure(ANY_USE, SeriesId.TOTAL, Period.parse(period), null, null, "percent"));
    }

    ReleaseSent with(Figure figure) {
        List<Figure> more = new ArrayList<>(figures);
        more.add(figure);
        return new ReleaseSent(economy, batch, more, complete, moreAtInstant);
    }

    List<Observation> observations() {
        List<Observation> observations = new ArrayList<>();
        for (Figure figure : figures) {
            observations.add(observation(figure, observations.size()));
        }
        return observations;
    }

    private Observation observation(Figure f, int ordinal) {
        return new Observation(
                new FigureId(new SeriesId(f.indicator(), economy, f.sector(), batch.source()), f.period()),
                f.value(),
                f.standardError(),
                f.unit(),
                PublishedBasis.STATED,
                ObservationStatus.NORMAL,
                batch,
                ordinal,
                batch.published(),
                null);
    }

    ReleaseEnd closing() {
        return closing(figures.size());
    }

    ReleaseEnd closing(int sent) {
        return new ReleaseEnd(economy, batch, sent, complete, moreAtInstant);
    }

    List<Event> events() {
        List<Event> events = new ArrayList<>(observations());
        events.add(closing());
        return events;
    }
}
