package org.tidemark.producers.sdmx;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.SdmxMapping;
import org.tidemark.producers.text.Row;

/**
 * A kind of row as the catalogue maps it, under one header.
 *
 * @param where what such a row must have
 * @param indicator catalogue id of such a row
 * @param sector our sector of such a row
 * @param unit of the indicator
 */
record Kind(List<Condition> where, String indicator, String sector, String unit) {
    /**
     * A component that must have this code; a component that the file does not have has none.
     *
     * @param component its id
     * @param position where it stands
     * @param code what it must say
     */
    record Condition(String component, int position, String code) {
        boolean holds(Row row) {
            return code.equals(SdmxMapping.ANY) || SdmxColumns.holds(row, position, code);
        }
    }

    static Kind of(SdmxMapping.Row row, SdmxColumns columns, String unit) {
        List<Condition> where = new ArrayList<>();
        row.where()
                .forEach((component, code) -> where.add(new Condition(component, columns.position(component), code)));
        return new Kind(List.copyOf(where), row.indicator(), row.sector(), unit);
    }

    boolean fits(Row row) {
        for (Condition condition : where) {
            if (!condition.holds(row)) {
                return false;
            }
        }
        return true;
    }

    /** The one condition that a row does not meet; null when it meets all, or fails several. */
    @org.jspecify.annotations.Nullable
    Condition onlyMiss(Row row) {
        Condition missed = null;
        for (Condition condition : where) {
            if (!condition.holds(row)) {
                if (missed != null) {
                    return null;
                }
                missed = condition;
            }
        }
        return missed;
    }

    boolean names(String component) {
        return where.stream().anyMatch(condition -> condition.component().equalsIgnoreCase(component));
    }
}
