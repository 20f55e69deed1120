package org.tidemark.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.GrowingList;

/**
 * What several columns have, side by side in the order of time. Asked again of columns that have changed it goes on from the
 * first change; what it says is a function of the columns alone.
 *
 * @param <K> of a column
 * @param <T> of what stands in it
 */
final class Rows<K, T> {
    private final Comparator<T> byTime;
    private final List<Row<K, T>> rows = new ArrayList<>();
    private Map<K, GrowingList<T>> columns = Map.of();

    /** What stands in one column of a row. */
    record Cell<K, T>(K column, T value) {}

    /**
     * One time.
     *
     * @param time the first of what stands in it
     * @param cells of the columns that have something, in their order
     */
    record Row<K, T>(T time, List<Cell<K, T>> cells) {}

    /** Without columns; what stands in one row is equal in this order. */
    Rows(Comparator<T> byTime) {
        this.byTime = byTime;
    }

    /** Takes the columns as they are now, in an order that stays, and returns how many rows at the beginning are the same as before. */
    int take(Map<K, GrowingList<T>> now) {
        T from = firstChange(now);
        columns = now;
        if (from == null) {
            return rows.size();
        }
        int kept = rows.size();
        while (kept > 0 && byTime.compare(rows.get(kept - 1).time(), from) >= 0) {
            kept--;
        }
        rows.subList(kept, rows.size()).clear();
        SortedMap<T, List<Cell<K, T>>> behind = new TreeMap<>(byTime);
        now.forEach((key, column) -> {
            int at = GrowingList.place(column, from, byTime);
            for (T value : column.subList(at < 0 ? -at - 1 : at, column.size())) {
                behind.computeIfAbsent(value, v -> new ArrayList<>()).add(new Cell<>(key, value));
            }
        });
        behind.forEach((time, cells) -> rows.add(new Row<>(time, cells)));
        return kept;
    }

    private @Nullable T firstChange(Map<K, GrowingList<T>> now) {
        Map<K, GrowingList<T>> all = new LinkedHashMap<>(columns);
        all.putAll(now);
        T first = null;
        for (K key : all.keySet()) {
            GrowingList<T> was = columns.getOrDefault(key, GrowingList.empty());
            GrowingList<T> is = now.getOrDefault(key, GrowingList.empty());
            int same = was.alike(is);
            first = same < was.size() ? earlier(first, was.get(same)) : first;
            first = same < is.size() ? earlier(first, is.get(same)) : first;
        }
        return first;
    }

    private T earlier(@Nullable T one, T other) {
        return one == null || byTime.compare(other, one) < 0 ? other : one;
    }

    /** The place of a time, or where it would be: as {@link java.util.Collections#binarySearch} tells it. */
    int place(T time) {
        return GrowingList.place(rows, new Row<>(time, List.of()), Comparator.comparing(Row::time, byTime));
    }

    /** In the order of time. */
    List<Row<K, T>> all() {
        return rows;
    }
}
