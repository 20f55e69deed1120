package org.tidemark.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.GrowingList;
import org.tidemark.series.SeriesId;

/**
 * The parts of a measure in one economy or panel, and all that they rest on.
 *
 * @param all in the order of the recipe
 * @param evidence every figure and estimate that was looked at
 */
record Parts(List<Part> all, Evidence evidence) {
    /**
     * As they are held.
     *
     * @param courses the points that were made before
     */
    static Parts of(MeasureRecipe recipe, EconomyFigures figures, PointCourses courses) {
        List<Part> all = new ArrayList<>();
        Evidence evidence = Evidence.NONE;
        for (MeasurePart part : recipe.parts()) {
            MeasurePart.EstimateRef ref = part.estimate();
            if (ref != null) {
                Estimate found = figures.estimate(part.sector(), ref.measure(), ref.concept())
                        .orElse(null);
                all.add(new Part(part.name(), List.of(), found));
                evidence = found == null ? evidence : evidence.with(found);
                continue;
            }
            List<Column> columns = new ArrayList<>();
            for (FigureSeries series : series(recipe, part, figures)) {
                evidence = evidence.with(series);
                GrowingList<Point> points = courses.of(part, series);
                if (!points.isEmpty()) {
                    String sector = series.id().sector();
                    columns.add(new Column(new Column.Key(all.size(), sector, label(recipe, sector)), points));
                }
            }
            all.add(new Part(part.name(), columns, null));
        }
        return new Parts(within(recipe, all), evidence);
    }

    /** All series that a part reads, by sector. */
    static List<FigureSeries> series(MeasureRecipe recipe, MeasurePart part, EconomyFigures figures) {
        String indicator = Objects.requireNonNull(part.indicator());
        if (!recipe.isPanel() && !part.isMany()) {
            return one(part, figures, indicator, part.sector()).stream().toList();
        }
        List<FigureSeries> all = new ArrayList<>();
        for (String sector : figures.sectors(indicator)) {
            if (isOf(recipe, part, sector)) {
                one(part, figures, indicator, sector).ifPresent(all::add);
            }
        }
        return all;
    }

    /** What is read of one sector; of the part's publisher, where it names one. */
    static Optional<FigureSeries> one(MeasurePart part, EconomyFigures figures, String indicator, String sector) {
        return part.source().isEmpty()
                ? figures.series(indicator, sector)
                : figures.sources(indicator, sector).stream()
                        .filter(series -> part.isOf(series.id()))
                        .findFirst();
    }

    private static boolean isOf(MeasureRecipe recipe, MeasurePart part, String sector) {
        if (!recipe.isPanel()) {
            return part.takes(sector);
        }
        if (part.takes(sector) && !part.isMany()) {
            return true;
        }
        String economy = PanelMember.economy(sector);
        return recipe.isMember(economy) && part.takes(PanelMember.sector(sector));
    }

    private static String label(MeasureRecipe recipe, String sector) {
        if (sector.equals(SeriesId.TOTAL)) {
            return sector;
        }
        String code = sector.substring(sector.indexOf(':') + 1);
        if (!recipe.isPanel()) {
            return code;
        }
        String inside = PanelMember.sector(sector);
        return inside.equals(SeriesId.TOTAL)
                ? code
                : PanelMember.economy(sector) + "." + inside.substring(inside.indexOf(':') + 1);
    }

    /** What lies outside the recipe's window is no part of it; what lies before its first year is no point: {@link Points}. */
    private static List<Part> within(MeasureRecipe recipe, List<Part> parts) {
        if (recipe.windowYears() == 0) {
            return parts;
        }
        double newest = parts.stream()
                .flatMap(p -> p.columns().stream())
                .mapToDouble(c -> c.newest().time())
                .max()
                .orElse(0);
        double from = newest - recipe.windowYears();
        return parts.stream()
                .map(p -> new Part(
                        p.name(),
                        p.columns().stream()
                                .flatMap(c -> after(c, from).stream())
                                .toList(),
                        p.upstream()))
                .toList();
    }

    private static List<Column> after(Column column, double from) {
        int begin = column.points().size();
        while (begin > 0 && column.points().get(begin - 1).time() >= from) {
            begin--;
        }
        List<Point> kept = column.points().subList(begin, column.points().size());
        return kept.isEmpty() ? List.of() : List.of(new Column(column.key(), GrowingList.copyOf(kept)));
    }

    /** All columns, in the order of the recipe. */
    Map<Column.Key, GrowingList<Point>> columns() {
        Map<Column.Key, GrowingList<Point>> columns = new LinkedHashMap<>();
        all.forEach(part -> part.columns().forEach(column -> columns.put(column.key(), column.points())));
        return columns;
    }

    Part part(int i) {
        return all.get(i);
    }

    Optional<Part> find(String name) {
        return all.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
