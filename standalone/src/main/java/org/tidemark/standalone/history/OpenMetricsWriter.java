package org.tidemark.standalone.history;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** OpenMetrics text with timestamps: gauges, each with its metadata and then series by series. */
final class OpenMetricsWriter {
    private static final long DAY_SECONDS = TimeUnit.DAYS.toSeconds(1);

    private final Writer out;
    private String prefix = "";
    private long samples;

    OpenMetricsWriter(Writer out) {
        this.out = out;
    }

    void family(String name, String help, String unit) throws IOException {
        out.write("# TYPE " + name + " gauge\n");
        if (!unit.isEmpty()) {
            out.write("# UNIT " + name + " " + unit + "\n");
        }
        out.write("# HELP " + name + " " + escaped(help) + "\n");
    }

    /** Begins a series of the family. */
    void series(String name, SortedMap<String, String> labels) {
        prefix = labels.entrySet().stream()
                .map(label -> "%s=\"%s\"".formatted(label.getKey(), escaped(label.getValue())))
                .collect(Collectors.joining(",", name + "{", "} "));
    }

    /** One value at the ends of days, by epoch day; both days belong to it. */
    void samples(double value, long firstDay, long lastDay) throws IOException {
        String begin = prefix + plain(value) + " ";
        for (long day = firstDay; day <= lastDay; day++) {
            out.write(begin);
            out.write(Long.toString((day + 1) * DAY_SECONDS));
            out.write('\n');
            samples++;
        }
    }

    void end() throws IOException {
        out.write("# EOF\n");
    }

    long samples() {
        return samples;
    }

    private static String plain(double value) {
        BigDecimal number = BigDecimal.valueOf(value);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
