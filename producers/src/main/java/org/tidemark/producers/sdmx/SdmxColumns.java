package org.tidemark.producers.sdmx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.catalogue.SdmxAttributes;
import org.tidemark.catalogue.SdmxMapping;
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
    /** An id of SDMX has no colon, so that what follows one is a label: {@code DE:Germany}. */
    private static final Pattern ID_AND_LABEL = Pattern.compile("(?<code>[A-Za-z0-9_@$.+-]+):.*", Pattern.DOTALL);
    /** But the id of a dataflow has one after its agency: {@code BIS:WS_T(1.0):Test}. */
    private static final Pattern DATAFLOW_AND_LABEL =
            Pattern.compile("(?<code>[A-Za-z0-9_@$.-]+:[A-Za-z0-9_@$.-]+(?:\\([^()]*\\))?):.*", Pattern.DOTALL);

    private final Map<String, Integer> positions;
    private final int dataflow;
    private final int period;
    private final int value;
    private final int flag;
    private final int status;
    private final int confidentiality;
    private final int preBreak;
    private final int action;

    private SdmxColumns(Map<String, Integer> positions) {
        this.positions = Collections.unmodifiableMap(positions);
        // SDMX-CSV 1.0 names the dataflow in its first column, 2.0 the kind of structure there and its id in the next.
        dataflow = positions.containsKey("DATAFLOW") ? position("DATAFLOW") : position("STRUCTURE_ID");
        period = position(PERIOD);
        value = position(VALUE);
        flag = position("OBS_FLAG");
        status = position("OBS_STATUS");
        confidentiality = anyOf("CONF_STATUS", "OBS_CONF");
        preBreak = anyOf("PRE_BREAK_VALUE", "OBS_PRE_BREAK");
        action = position("ACTION");
    }

    private int anyOf(String component, String otherwise) {
        int position = position(component);
        return position == Header.ABSENT ? position(otherwise) : position;
    }

    static SdmxColumns of(Header header) {
        Map<String, Integer> positions = new LinkedHashMap<>();
        List<String> names = header.names();
        for (int i = 0; i < names.size(); i++) {
            // A label may repeat a code, and stands behind it.
            positions.putIfAbsent(component(names.get(i)), i);
        }
        SdmxColumns columns = new SdmxColumns(positions);
        header.markNumbers(columns.value);
        return columns;
    }

    /** What a table with a period and a value lacks to be such a file; empty when it is another table. */
    static Optional<String> nearly(Header header) {
        SdmxColumns columns = of(header);
        if (columns.dataflow < 0 && columns.period >= 0 && columns.value >= 0) {
            String first = header.names().get(0);
            return Optional.of(
                    first.equalsIgnoreCase("KEY")
                            ? "is SDMX by series (KEY, ...) as the ECB's plain CSV is, which does not name its dataflow; ask for SDMX-CSV (Accept: application/vnd.sdmx.data+csv;version=1.0.0), or put a first column DATAFLOW with its id, such as ECB:EXR"
                            : "has the columns of sdmx-csv but for the first, DATAFLOW; ask for SDMX-CSV (Accept: application/vnd.sdmx.data+csv;version=1.0.0), or add DATAFLOW with its id, such as ESTAT:ISOC_EB_AI");
        }
        if (columns.dataflow >= 0 && (columns.period < 0 || columns.value < 0)) {
            return Optional.of("has the columns of sdmx-csv but for %s; ask for SDMX-CSV with observations"
                    .formatted(columns.period < 0 ? PERIOD : VALUE));
        }
        return header.names().get(0).toUpperCase(Locale.ROOT).endsWith("\\" + PERIOD)
                ? Optional.of("is Eurostat's TSV; ask for SDMX-CSV instead (format=SDMX-CSV)")
                : Optional.empty();
    }

    /** Whether this is the header of such a file. */
    static boolean fits(Header header) {
        String first = component(header.names().get(0)).toUpperCase(Locale.ROOT);
        // 2.0 may say in brackets what separates the parts of a cell: STRUCTURE[;].
        boolean kind = first.equals("DATAFLOW") || first.equals("STRUCTURE") || first.startsWith("STRUCTURE[");
        SdmxColumns columns = of(header);
        return kind && columns.dataflow >= 0 && columns.period >= 0 && columns.value >= 0;
    }

    /** Where a component stands, whatever its case, or {@link Header#ABSENT}. */
    int position(String component) {
        Integer exact = positions.get(component);
        if (exact != null) {
            return exact;
        }
        return positions.entrySet().stream()
                .filter(named -> named.getKey().equalsIgnoreCase(component))
                .map(Map.Entry::getValue)
                .min(Integer::compare)
                .orElse(Header.ABSENT);
    }

    /** Every component with its place; labels in columns of their own are among them. */
    Map<String, Integer> positions() {
        return positions;
    }

    /** The code of a row's cell, without its label. */
    static String code(Row row, int position) {
        return code(row.text(position));
    }

    static String code(String text) {
        Matcher m = ID_AND_LABEL.matcher(text);
        return m.matches() ? m.group("code") : beforeLabel(text);
    }

    /** Whether a cell holds a code; what looks like a code with its label may be a code with a colon. */
    static boolean holds(Row row, int position, String code) {
        String text = row.text(position);
        return code(text).equals(code) || text.equals(code) || beforeLabel(text).equals(code);
    }

    private static String beforeLabel(String text) {
        int label = text.indexOf(LABELLED);
        return label > 0 ? text.substring(0, label) : text;
    }

    private static String component(String name) {
        int label = name.indexOf(':');
        return label > 0 ? name.substring(0, label).strip() : name;
    }

    String dataflow(Row row) {
        return withoutLabel(row.text(dataflow));
    }

    private static String withoutLabel(String text) {
        Matcher m = DATAFLOW_AND_LABEL.matcher(text);
        return m.matches() ? m.group("code") : beforeLabel(text);
    }

    /** Times have colons, so only what follows a colon and a blank is a label. */
    String period(Row row) {
        return beforeLabel(row.text(period));
    }

    String value(Row row) {
        return row.text(value);
    }

    String complaint(Row row) {
        return row.complaint(VALUE, value);
    }

    /** Where the standard errors stand: as the catalogue says of the dataflow, else of all. */
    int standardError(SdmxMapping mapping, SdmxAttributes attributes) {
        if (!mapping.standardError().isEmpty()) {
            return position(mapping.standardError());
        }
        return attributes.standardErrors().stream()
                .map(this::position)
                .filter(position -> position != Header.ABSENT)
                .findFirst()
                .orElse(Header.ABSENT);
    }

    Flags flags(Row row) {
        return Flags.of(
                code(row, flag),
                code(row, status),
                code(row, confidentiality),
                !code(row, preBreak).isEmpty());
    }

    /** Whether the publisher takes the figure back; only 2.0 can say so. */
    boolean deletes(Row row) {
        return code(row, action).equals("D");
    }
}
