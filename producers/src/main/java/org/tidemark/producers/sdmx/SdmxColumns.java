package org.tidemark.producers.sdmx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;

/**
 * Where the components of a dataflow stand. A header may name a component by its code ({@code geo}), by code and label
 * ({@code geo: Geopolitical entity}), or by its code with the label in a column of its own behind it; cells likewise.
 */
final class SdmxColumns {
    static final String PERIOD = "TIME_PERIOD";
    static final String VALUE = "OBS_VALUE";
    private static final String LABELLED = ": ";

    private final Map<String, Integer> positions;
    private final int dataflow;
    private final int period;
    private final int value;
    private final int flag;
    private final int status;
    private final int confidentiality;
    private final int action;
    private final int lastUpdate;

    private SdmxColumns(Map<String, Integer> positions) {
        this.positions = Map.copyOf(positions);
        // SDMX-CSV 1.0 names the dataflow in its first column, 2.0 the kind of structure there and its id in the next.
        dataflow = positions.containsKey("DATAFLOW") ? position("DATAFLOW") : position("STRUCTURE_ID");
        period = position(PERIOD);
        value = position(VALUE);
        flag = position("OBS_FLAG");
        status = position("OBS_STATUS");
        confidentiality = position("CONF_STATUS");
        action = position("ACTION");
        lastUpdate = position("LAST UPDATE");
    }

    static SdmxColumns of(Header header) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> names = header.names();
        for (int i = 0; i < names.size(); i++) {
            // A label may repeat a code, and stands behind it.
            positions.putIfAbsent(code(names.get(i)), i);
        }
        return new SdmxColumns(positions);
    }

    /** Whether this is the header of such a file. */
    static boolean fits(Header header) {
        String first = code(header.names().get(0));
        // 2.0 may say in brackets what separates the parts of a cell: STRUCTURE[;].
        boolean kind = first.equals("DATAFLOW") || first.equals("STRUCTURE") || first.startsWith("STRUCTURE[");
        SdmxColumns columns = of(header);
        return kind && columns.dataflow >= 0 && columns.period >= 0 && columns.value >= 0;
    }

    /** Where a component stands, or {@link Header#ABSENT}. */
    int position(String component) {
        return positions.getOrDefault(component, Header.ABSENT);
    }

    /** The code of a row's cell, without its label. */
    static String code(Row row, int position) {
        return code(row.text(position));
    }

    private static String code(String text) {
        int label = text.indexOf(LABELLED);
        return label > 0 ? text.substring(0, label) : text;
    }

    String dataflow(Row row) {
        return code(row, dataflow);
    }

    String period(Row row) {
        return code(row, period);
    }

    String value(Row row) {
        return row.text(value);
    }

    String lastUpdate(Row row) {
        return row.text(lastUpdate);
    }

    Flags flags(Row row) {
        return Flags.of(code(row, flag), code(row, status), code(row, confidentiality));
    }

    /** Whether the publisher takes the figure back; only 2.0 can say so. */
    boolean deletes(Row row) {
        return code(row, action).equals("D");
    }
}
