package org.tidemark.measure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.catalogue.MeasureRecipe.Gather;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;
import org.tidemark.series.Spans;

/** From the figures of a series to the points of a part: gathered by month, quarter or year, then its function. */
final class Points {
    private static final double PERCENT = 100;
    /** So much of a month, quarter or year must be covered by what a mean is of. */
    private static final double COVERED = 0.9;

    private Points() {}

    static List<Point> of(MeasureRecipe recipe, MeasurePart part, FigureSeries series) {
        String every = recipe.every();
        List<Point> points = every == null ? plain(series) : gathered(series, every, recipe.gather());
        return applied(points, part.function());
    }

    private static List<Point> plain(FigureSeries series) {
        return series.figures().stream()
                .map(f -> Point.of(f.period(), f.value(), variance(f)))
                .toList();
    }

    private static double variance(Figure f) {
        return f.standardError() == null ? 0 : f.standardError() * f.standardError();
    }

    private static List<Point> gathered(FigureSeries series, String every, Gather gather) {
        SortedMap<Period, List<Figure>> buckets = new TreeMap<>(Parts.BY_TIME);
        for (Figure figure : series.figures()) {
            LocalDate middle = figure.period().start().plusDays(figure.period().days() / 2);
            buckets.computeIfAbsent(Spans.containing(middle, every), b -> new ArrayList<>())
                    .add(figure);
        }
        LocalDate known = LocalDate.ofInstant(series.knownAt(), ZoneOffset.UTC);
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

    private static List<Point> applied(List<Point> points, MeasurePart.Function function) {
        return switch (function) {
            case NONE -> points;
            case LOG -> positive(points, 1);
            case LOG10 -> positive(points, 1 / StrictMath.log(10));
            case LOGIT -> logits(points);
            case GROWTH -> yearly(positive(points, PERCENT));
            case CHANGE -> yearly(points);
        };
    }

    /** The logarithm of what is above 0; what is not has none and is left out. */
    private static List<Point> positive(List<Point> points, double factor) {
        List<Point> logs = new ArrayList<>(points.size());
        for (Point p : points) {
            if (p.value() > 0) {
                double relative = factor / p.value();
                logs.add(new Point(
                        p.period(), p.time(), factor * StrictMath.log(p.value()), p.variance() * relative * relative));
            }
        }
        return logs;
    }

    private static List<Point> logits(List<Point> percent) {
        List<Point> logits = new ArrayList<>(percent.size());
        for (Point p : percent) {
            double share = p.value() / PERCENT;
            if (share > 0 && share < 1) {
                double slope = 1 / (PERCENT * share * (1 - share));
                logits.add(new Point(
                        p.period(), p.time(), StrictMath.log(share / (1 - share)), p.variance() * slope * slope));
            }
        }
        return logits;
    }

    private static List<Point> yearly(List<Point> points) {
        Map<LocalDate, Point> byStart = new HashMap<>();
        points.forEach(p -> byStart.put(p.period().start(), p));
        List<Point> changes = new ArrayList<>(points.size());
        for (Point p : points) {
            @Nullable Point before = byStart.get(p.period().start().minusYears(1));
            if (before != null) {
                changes.add(
                        new Point(p.period(), p.time(), p.value() - before.value(), p.variance() + before.variance()));
            }
        }
        return changes;
    }
}
