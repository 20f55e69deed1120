package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;

/**
 * How the rows of one SDMX dataflow become figures.
 *
 * @param dataflow agency and id without version: {@code ESTAT:ISOC_EB_AI}
 * @param source source id of the figures
 * @param economyDimension column of the economy: {@code geo}
 * @param economies codes of the agency that are not ours: {@code EU27_2020 -> EU27}
 * @param series which rows are which indicator; the first that fits wins
 */
public record SdmxMapping(
        String dataflow, String source, String economyDimension, Map<String, String> economies, List<Row> series) {
    public SdmxMapping {
        economies = Map.copyOf(economies);
        series = List.copyOf(series);
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
