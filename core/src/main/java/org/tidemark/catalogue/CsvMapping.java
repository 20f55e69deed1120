package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.ObservationStatus;

/**
 * How the rows of one publisher's CSV file become figures, so that a publisher needs no reader of its own. In a template
 * {@code {Column}} stands for what the row has in that column.
 *
 * @param name of the format
 * @param source id of the publisher
 * @param header columns that make a file this one
 * @param only whether a file may have no other column: where these are words that anybody might use
 * @param economy template: a code, or a name that the table of names knows
 * @param economies codes of names that only this file writes
 * @param passesUnknown whether a row whose economy nobody knows is passed over, and not refused
 * @param sector template of the sector
 * @param period template of the reference period
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
    public CsvMapping {
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
