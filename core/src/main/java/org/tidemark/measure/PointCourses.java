package org.tidemark.measure;

import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.figures.BoundedCache;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.GrowingList;
import org.tidemark.series.SeriesId;

/** The points of all series that one recipe reads, kept while there is room. */
final class PointCourses {
    private static final int FIGURES_KEPT = 100_000;

    private final MeasureRecipe recipe;
    private final BoundedCache<Read, Points> courses = new BoundedCache<>(FIGURES_KEPT, Points::size);

    /** A series as one part reads it. */
    private record Read(String part, SeriesId series) {}

    PointCourses(MeasureRecipe recipe) {
        this.recipe = recipe;
    }

    /** Of a series as it is now. Several threads may ask what if. */
    synchronized GrowingList<Point> of(MeasurePart part, FigureSeries series) {
        Read read = new Read(part.name(), series.id());
        Points course = courses.get(read, r -> new Points(recipe, part));
        GrowingList<Point> points = course.of(series);
        courses.put(read, course);
        return points;
    }
}
