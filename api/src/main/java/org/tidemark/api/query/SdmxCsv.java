package org.tidemark.api.query;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tidemark.series.Period;

/**
 * Figures and estimates as SDMX-CSV 2.0: the columns of the format, then dimensions, the measure, attributes. Made of the
 * rows of the CSV answer, so that both say the same, and so that it makes no difference which monitor made a row.
 */
final class SdmxCsv {
    private static final String ESTIMATES = "TIDEMARK:ESTIMATES(1.0)";
    private static final String OBSERVATIONS = "TIDEMARK:OBSERVATIONS(1.0)";

    private final String structure;
    private final List<Column> columns;
    private final List<String> cells;

    /**
     * A column after those of the format.
     *
     * @param id of the component
     * @param value reads it from a row
     */
    private record Column(String id, Function<Cells, String> value) {
        static Column of(String id, String cell) {
            return new Column(id, row -> row.of(cell));
        }
    }

    /** One row of the CSV answer by its column. */
    private record Cells(List<String> header, CsvRecord values) {
        String of(String column) {
            return values.getField(header.indexOf(column));
        }
    }

    private SdmxCsv(String structure, List<Column> columns, String header) {
        this.structure = structure;
        this.columns = columns;
        this.cells = Arrays.asList(header.strip().split(",", -1));
    }

    /**
     * For one of the lists that come so.
     *
     * @param header of its CSV answer
     */
    static SdmxCsv of(String list, String header) {
        return list.equals("estimates")
                ? new SdmxCsv(ESTIMATES, estimates(), header)
                : new SdmxCsv(OBSERVATIONS, observations(), header);
    }

    private static List<Column> estimates() {
        return List.of(
                Column.of("REF_AREA", "economy"),
                Column.of("SECTOR", "sector"),
                Column.of("MEASURE", "measure"),
                Column.of("CONCEPT", "concept"),
                new Column("HORIZON", row -> row.of("horizon").isEmpty() ? "NOWCAST" : row.of("horizon")),
                Column.of("AS_OF", "as_of"),
                new Column(
                        "TIME_PERIOD",
                        row -> row.of("horizon").equals("P0D") ? period(row.of("period")) : row.of("date")),
                Column.of("OBS_VALUE", "value"),
                Column.of("LOWER80", "lower80"),
                Column.of("UPPER80", "upper80"),
                Column.of("LOWER95", "lower95"),
                Column.of("UPPER95", "upper95"),
                Column.of("P_NEGATIVE", "p_negative"),
                Column.of("UNIT_MEASURE", "unit"),
                Column.of("INPUTS", "inputs"),
                Column.of("MODEL", "model"));
    }

    private static List<Column> observations() {
        return List.of(
                Column.of("REF_AREA", "economy"),
                Column.of("SECTOR", "sector"),
                Column.of("INDICATOR", "indicator"),
                Column.of("SOURCE", "source"),
                Column.of("PUBLISHED", "published"),
                new Column("TIME_PERIOD", row -> period(row.of("period"))),
                Column.of("OBS_VALUE", "value"),
                Column.of("STANDARD_ERROR", "standard_error"),
                Column.of("UNIT_MEASURE", "unit"),
                Column.of("OBS_STATUS", "status"),
                Column.of("BASIS", "basis"),
                Column.of("RELEASE", "release"),
                Column.of("NOTE", "note"));
    }

    /** A reference period as SDMX writes it: half-years with S, two days as a day and how long. */
    static String period(String label) {
        if (label.matches("\\d{4}-H[12]")) {
            return label.replace('H', 'S');
        }
        if (label.contains("/")) {
            Period period = Period.parse(label);
            return period.start() + "/P" + (ChronoUnit.DAYS.between(period.start(), period.end()) + 1) + "D";
        }
        return label;
    }

    byte[] header() {
        List<String> header = new ArrayList<>(List.of("STRUCTURE", "STRUCTURE_ID", "ACTION"));
        columns.forEach(column -> header.add(column.id()));
        return written(List.of(header));
    }

    /** Whatever lines a row of the CSV answer has. */
    byte[] lines(byte[] row) {
        List<List<String>> lines = new ArrayList<>();
        CsvRows.lines(row).forEach(read -> {
            List<String> line = new ArrayList<>(List.of("dataflow", structure, "I"));
            columns.forEach(column -> line.add(column.value().apply(new Cells(cells, read))));
            lines.add(line);
        });
        return written(lines);
    }

    private static byte[] written(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
