package org.tidemark.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.ObservationStatus;

/**
 * How the rows of one publisher's file become figures, so that a publisher needs no reader of its own: of a CSV file, or of an
 * array in a JSON document. In a template {@code {Column}} stands for what the row has in that column.
 *
 * @param name of the format
 * @param source id of the publisher
 * @param rows where the array of rows lies in a JSON document, as a JSON Pointer (RFC 6901); null for a CSV file
 * @param columns of a row of a JSON document: name and JSON Pointer; empty for a CSV file, which names them itself
 * @param header columns that make a file this one
 * @param only whether a file may have no other column: where these are words that anybody might use
 * @param economy template: a code, or a name that the table of names knows
 * @param economies codes of names that only this file writes
 * @param passesUnknown whether a row whose economy nobody knows is passed over, and not refused
 * @param sector template of the sector
 * @param period template of the reference period; {@link #FILED} in it stands for the day of the file itself
 * @param span what the period is widened to: day, week, month, quarter or year; null for as it is written
 * @param published template of the day of publication; null where the source's lag says it
 * @param filed regular expression on the file's name with groups {@code year} and {@code month}; null for dates in numbers
 * @param where rows that are read: column and the words it may have
 * @param except rows that are passed over: column and the words it must not have
 * @param marks what stands behind a number ({@code b}, {@code (p)}) or around it ({@code []}), and what it says of it
 * @param series what is read of each row
 */
public record CsvMapping(
        String name,
        String source,
        @Nullable String rows,
        Map<String, String> columns,
        List<String> header,
        boolean only,
        String economy,
        Map<String, String> economies,
        boolean passesUnknown,
        String sector,
        String period,
        @Nullable String span,
        @Nullable String published,
        @Nullable String filed,
        Map<String, List<String>> where,
        Map<String, List<String>> except,
        Map<String, ObservationStatus> marks,
        List<Series> series) {
    /** Stands in the period for the day of the file, where its rows are of that day and say none. */
    public static final String FILED = "{filed}";

    public CsvMapping {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        header = List.copyOf(header);
        economies = Map.copyOf(economies);
        where = Map.copyOf(where);
        except = Map.copyOf(except);
        marks = Map.copyOf(marks);
        series = List.copyOf(series);
    }

    /**
     * One figure of a row.
     *
     * @param column of the value; null where rows are counted
     * @param economy that it is of whatever the row says; null for the row's
     * @param sector template that stands in place of the mapping's; null for that one
     * @param span that stands in place of the mapping's; null for that one
     * @param factor that the number is multiplied by
     * @param error column of the standard error; null for none
     * @param where further conditions of this figure alone
     */
    public record Series(
            @Nullable String column,
            String indicator,
            @Nullable String economy,
            @Nullable String sector,
            @Nullable String span,
            String unit,
            double factor,
            @Nullable String error,
            Map<String, List<String>> where) {
        public Series {
            where = Map.copyOf(where);
        }
    }

    /** The indicators that it makes. */
    public Set<String> indicators() {
        Set<String> all = new TreeSet<>();
        series.forEach(s -> all.add(s.indicator()));
        return all;
    }
}
