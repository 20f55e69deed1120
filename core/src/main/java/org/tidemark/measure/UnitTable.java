package org.tidemark.measure;

import java.util.LinkedHashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.GrowingList;
import org.tidemark.series.Period;

/** The units of one part by period; it goes on as {@link Rows} do. */
final class UnitTable {
    private final Rows<Column.Key, Point> rows = new Rows<>(Point.BY_TIME);
    private int figures;

    /** Takes the part as it is now. */
    void take(Part part) {
        LinkedHashMap<Column.Key, GrowingList<Point>> columns = new LinkedHashMap<>();
        part.columns().forEach(column -> columns.put(column.key(), column.points()));
        int unused = rows.take(columns);
        figures = columns.values().stream().mapToInt(GrowingList::size).sum();
    }

    /** How many figures it is made of. */
    int figures() {
        return figures;
    }

    /** The newest period that so many units have; null where none has. */
    @Nullable
    Period newest(int fewest) {
        for (int i = rows.all().size() - 1; i >= 0; i--) {
            if (rows.all().get(i).cells().size() >= fewest) {
                return rows.all().get(i).time().period();
            }
        }
        return null;
    }

    /** The latest period so many years before another one that so many units have; null where there is none. */
    @Nullable
    Period before(Period newest, double years, double fewest) {
        for (int i = rows.all().size() - 1; i >= 0; i--) {
            Rows.Row<Column.Key, Point> row = rows.all().get(i);
            if (row.time().time() <= newest.midYear() - years && row.cells().size() >= fewest) {
                return row.time().period();
            }
        }
        return null;
    }

    /** The most units that a period has. */
    int most() {
        return rows.all().stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** The units of a period, by label. */
    SortedMap<String, Point> at(Period period) {
        SortedMap<String, Point> units = new TreeMap<>();
        int at = rows.place(Point.of(period, 0, 0));
        if (at >= 0) {
            rows.all().get(at).cells().forEach(cell -> units.put(cell.column().label(), cell.value()));
        }
        return units;
    }
}
