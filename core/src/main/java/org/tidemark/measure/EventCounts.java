package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.Prior;
import org.tidemark.series.EventTime;
import org.tidemark.series.Period;
import org.tidemark.series.Spans;

/** How many events each period saw, all columns together; a period without one counts 0. It goes on as {@link Rows} do. */
final class EventCounts {
    private static final double REPORTED_LEAST = 0.05;

    private final @Nullable String every;
    private final @Nullable Prior delay;
    private final Rows<Column.Key, Point> rows = new Rows<>(Point.BY_TIME);
    private final List<Count> counts = new ArrayList<>();

    /**
     * One period.
     *
     * @param seen how many events
     * @param exposure of how much use
     * @param reported the share of them that is seen by now
     */
    record Count(Period period, double time, double seen, double exposure, double reported) {
        double effort() {
            return exposure * reported;
        }
    }

    EventCounts(MeasureRecipe recipe) {
        this.every = recipe.every();
        this.delay = recipe.priors().get("delay");
    }

    List<Count> all() {
        return counts;
    }

    /** Takes the parts as they are now, and returns how many counts at the beginning are the same as before. */
    int take(Parts parts) {
        int kept = rows.take(parts.columns());
        double known = EventTime.ofInstant(parts.evidence().asOf());
        Point until = kept == 0 ? null : rows.all().get(kept - 1).time();
        while (!counts.isEmpty() && !isSame(counts.get(counts.size() - 1), until, known)) {
            counts.remove(counts.size() - 1);
        }
        int same = counts.size();
        add(parts.all().size() > 1, known);
        return same;
    }

    /** Whether it lies among the rows that are the same, and all of it was seen and is. */
    private boolean isSame(Count count, @Nullable Point until, double known) {
        return until != null
                && Period.BY_TIME.compare(count.period(), until.period()) <= 0
                && count.reported() == 1
                && reported(known - count.time()) == 1;
    }

    /** What lies behind the last count, up to the last period of which events are held. */
    private void add(boolean exposed, double known) {
        List<Rows.Row<Column.Key, Point>> all = rows.all();
        int end = all.size();
        while (end > 0 && isWithout(all.get(end - 1))) {
            end--;
        }
        int begin = end;
        Period last = counts.isEmpty() ? null : counts.get(counts.size() - 1).period();
        while (begin > 0
                && (last == null
                        || Period.BY_TIME.compare(all.get(begin - 1).time().period(), last) > 0)) {
            begin--;
        }
        for (Rows.Row<Column.Key, Point> row : all.subList(begin, end)) {
            if (last == null && isWithout(row)) {
                continue;
            }
            Period period = row.time().period();
            if (every != null && !exposed) {
                fill(last, period, known);
            }
            if (every != null || !isWithout(row)) {
                add(period, row, exposed, known);
            }
            last = period;
        }
    }

    /** Whether only exposure is held of it. */
    private static boolean isWithout(Rows.Row<Column.Key, Point> row) {
        return row.cells().stream().noneMatch(cell -> cell.column().part() == 0);
    }

    /** Periods between two, in which nothing was seen. */
    private void fill(@Nullable Period last, Period until, double known) {
        if (last == null) {
            return;
        }
        String spans = Objects.requireNonNull(every);
        Period period = Spans.containing(last.end().plusDays(1), spans);
        while (period.start().isBefore(until.start())) {
            add(period, 0, 1, known);
            period = Spans.containing(period.end().plusDays(1), spans);
        }
    }

    private void add(Period period, Rows.Row<Column.Key, Point> row, boolean exposed, double known) {
        double seen = 0;
        double exposure = 0;
        for (Rows.Cell<Column.Key, Point> cell : row.cells()) {
            if (cell.column().part() == 0) {
                seen += cell.value().value();
            } else {
                exposure = exposure == 0 ? cell.value().value() : exposure;
            }
        }
        add(period, seen, exposed ? exposure : 1, known);
    }

    private void add(Period period, double seen, double exposure, double known) {
        if (exposure > 0) {
            double time = period.midYear();
            counts.add(new Count(period, time, seen, exposure, reported(known - time)));
        }
    }

    /** An exponential delay of a stated mean; all of it where none is stated. */
    private double reported(double age) {
        return delay == null ? 1 : Math.max(REPORTED_LEAST, -StrictMath.expm1(-Math.max(0.01, age) / delay.mean()));
    }
}
