package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.series.ObservationStatus;

/**
 * How the rows of one SDMX dataflow become figures.
 *
 * @param dataflow agency and id without version: {@code ESTAT:ISOC_EB_AI}
 * @param source source id of the figures
 * @param economyDimension column of the economy: {@code geo}
 * @param economies codes of the agency that are not ours: {@code EU27_2020 -> EU27}
 * @param series which rows are which indicator; of those that fit, the one with the most conditions wins
 * @param standardError column of the standard error; empty when the catalogue's usual names will do
 * @param unitMult power of ten that its values are in, where its rows do not say
 * @param ignored columns of this dataflow that say nothing of a value
 * @param marks what stands behind a number ({@code b}, {@code (p)}) or around it ({@code []}), and what it says of it
 */
public record SdmxMapping(
        String dataflow,
        String source,
        String economyDimension,
        Map<String, String> economies,
        List<Row> series,
        String standardError,
        int unitMult,
        Set<String> ignored,
        Map<String, ObservationStatus> marks) {
    /** A condition that any code meets: the column is known, and divides nothing. */
    public static final String ANY = "*";

    public SdmxMapping {
        economies = Map.copyOf(economies);
        series = List.copyOf(series);
        ignored = Set.copyOf(ignored);
        marks = Map.copyOf(marks);
    }

    /**
     * One kind of row.
     *
     * @param where dimension values that a row must have
     * @param indicator catalogue id of such a row
     * @param sector our sector of such a row; {@code TOTAL} unless said
     */
    public record Row(Map<String, String> where, String indicator, String sector) {
        public Row {
            where = Map.copyOf(where);
        }
    }
}
