package org.tidemark.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.MeasureRecipe.Gather;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.GrowingList;
import org.tidemark.series.Period;
import org.tidemark.series.Spans;

/**
 * From the figures of a series to the points of a part: gathered by month, quarter or year, then its function. Asked again of a
 * series that has changed a little it goes on from what it has; what it says is a function of the series alone.
 */
final class Points {
    private static final double PERCENT = 100;
    private static final double LOG_10 = StrictMath.log(10);
    /** So much of a month, quarter or year must be covered by what a mean is of. */
    private static final double COVERED = 0.9;
    /** Two periods whose starts are a year apart have their middles nearer than this, years. */
    private static final double APART_MOST = 2.5;

    private final MeasureRecipe recipe;
    private final MeasurePart part;
    private GrowingList<Figure> figures = GrowingList.empty();
    /** When what it was made of was known. */
    private Instant knownAt = Instant.EPOCH;
    /** After the function, but no change over a year yet. */
    private GrowingList<Point> plain = GrowingList.empty();

    private GrowingList<Point> told = GrowingList.empty();

    Points(MeasureRecipe recipe, MeasurePart part) {
        this.recipe = recipe;
        this.part = part;
    }

    /** How many figures it was made of. */
    int size() {
        return figures.size();
    }

    GrowingList<Point> of(FigureSeries series) {
        GrowingList<Figure> now = series.figures();
        int same = figures.alike(now);
        String every = recipe.every();
        if (every == null) {
            if (same < figures.size()) {
                leave(figures.get(same).period());
            }
            now.subList(same, now.size()).forEach(f -> take(Point.of(f.period(), f.value(), variance(f))));
        } else if (same < figures.size() || same < now.size() || !knownAt.equals(series.knownAt())) {
            gather(series, every, firstChange(now, same, earlier(knownAt, series.knownAt()), every));
        }
        figures = now;
        knownAt = series.knownAt();
        return told;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The first period of which anything may have changed: by a figure, or since it was not over when that was known. */
    private Period firstChange(GrowingList<Figure> now, int same, Instant known, String every) {
        Period first = Spans.containing(LocalDate.ofInstant(known, ZoneOffset.UTC), every);
        for (GrowingList<Figure> one : List.of(figures, now)) {
            if (same < one.size()) {
                Period changed = bucket(one.get(same), every);
                first = changed.start().isBefore(first.start()) ? changed : first;
            }
        }
        return first;
    }

    private static Period bucket(Figure figure, String every) {
        LocalDate middle = figure.period().start().plusDays(figure.period().days() / 2);
        return Spans.containing(middle, every);
    }

    private void gather(FigureSeries series, String every, Period from) {
        leave(from);
        GrowingList<Figure> all = series.figures();
        int begin = all.size();
        while (begin > 0 && !bucket(all.get(begin - 1), every).start().isBefore(from.start())) {
            begin--;
        }
        gathered(all.subList(begin, all.size()), series.knownAt(), every).forEach(this::take);
    }

    private boolean isYearly() {
        return part.function() == MeasurePart.Function.GROWTH || part.function() == MeasurePart.Function.CHANGE;
    }

    /** Takes out what is of a period or a later one. */
    private void leave(Period from) {
        plain = before(plain, from);
        told = before(told, from);
    }

    private static GrowingList<Point> before(GrowingList<Point> points, Period from) {
        int kept = points.size();
        while (kept > 0 && Period.BY_TIME.compare(points.get(kept - 1).period(), from) >= 0) {
            kept--;
        }
        return points.first(kept);
    }

    private void take(Point of) {
        Point point = applied(of);
        if (point != null && isYearly()) {
            plain = plain.with(point);
            point = yearly(point);
        }
        if (point != null && point.time() >= recipe.since()) {
            told = told.with(point);
        }
    }

    private static double variance(Figure f) {
        return f.standardError() == null ? 0 : f.standardError() * f.standardError();
    }

    private List<Point> gathered(List<Figure> some, Instant knownAt, String every) {
        SortedMap<Period, List<Figure>> buckets = new TreeMap<>(Period.BY_TIME);
        some.forEach(figure -> buckets.computeIfAbsent(bucket(figure, every), b -> new ArrayList<>())
                .add(figure));
        LocalDate known = LocalDate.ofInstant(knownAt, ZoneOffset.UTC);
        Gather gather = recipe.gather();
        List<Point> points = new ArrayList<>();
        buckets.forEach((bucket, figures) -> {
            if (isWhole(bucket, figures, gather, known)) {
                points.add(gathered(bucket, figures, gather));
            }
        });
        return points;
    }

    /** What is not over yet would be too low, or a mean of its beginning. */
    private static boolean isWhole(Period bucket, List<Figure> figures, Gather gather, LocalDate known) {
        if (known.isBefore(bucket.end())) {
            return false;
        }
        long days = figures.stream().mapToLong(f -> f.period().days()).sum();
        boolean daily = days <= figures.size();
        return gather != Gather.MEAN || daily || days >= COVERED * bucket.days();
    }

    private static Point gathered(Period bucket, List<Figure> figures, Gather gather) {
        double sum = 0;
        double max = Double.NEGATIVE_INFINITY;
        double variance = 0;
        for (Figure figure : figures) {
            sum += figure.value();
            max = Math.max(max, figure.value());
            variance += variance(figure);
        }
        int n = figures.size();
        return switch (gather) {
            case MEAN -> Point.of(bucket, sum / n, variance / ((double) n * n));
            case SUM -> Point.of(bucket, sum, variance);
            case COUNT -> Point.of(bucket, n, 0);
            case MAX -> Point.of(bucket, max, variance / n);
        };
    }

    private @Nullable Point applied(Point plain) {
        return switch (part.function()) {
            case NONE, CHANGE -> plain;
            case LOG -> logarithm(plain, 1);
            case LOG10 -> logarithm(plain, 1 / LOG_10);
            case GROWTH -> logarithm(plain, PERCENT);
            case LOGIT -> logit(plain);
        };
    }

    /** Null of what is not above 0. */
    private static @Nullable Point logarithm(Point p, double factor) {
        if (!(p.value() > 0)) {
            return null;
        }
        double relative = factor / p.value();
        return new Point(p.period(), p.time(), factor * StrictMath.log(p.value()), p.variance() * relative * relative);
    }

    private static @Nullable Point logit(Point percent) {
        double share = percent.value() / PERCENT;
        if (!(share > 0 && share < 1)) {
            return null;
        }
        double slope = 1 / (PERCENT * share * (1 - share));
        return new Point(
                percent.period(),
                percent.time(),
                StrictMath.log(share / (1 - share)),
                percent.variance() * slope * slope);
    }

    /** Less the last before it whose period began a year earlier; null where there is none. */
    private @Nullable Point yearly(Point p) {
        LocalDate start = p.period().start().minusYears(1);
        for (int i = plain.size() - 2; i >= 0 && plain.get(i).time() > p.time() - APART_MOST; i--) {
            Point before = plain.get(i);
            if (before.period().start().equals(start)) {
                return new Point(p.period(), p.time(), p.value() - before.value(), p.variance() + before.variance());
            }
        }
        return null;
    }
}
