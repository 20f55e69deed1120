package org.tidemark.standalone.history;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;

/** OpenMetrics text with timestamps: gauges, each with its metadata and then series by series. */
final class OpenMetricsWriter {
    private static final long DAY_SECONDS = TimeUnit.DAYS.toSeconds(1);
    // Estimates have six decimals or six digits, and a ratio of them two more.
    private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

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

    /** Begins a series of the family; labels in pairs of name and value. */
    void series(String name, String... labels) {
        StringBuilder text = new StringBuilder(name).append('{');
        for (int i = 0; i < labels.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append(labels[i])
                    .append("=\"")
                    .append(escaped(labels[i + 1]))
                    .append('"');
        }
        prefix = text.append("} ").toString();
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
        BigDecimal number = new BigDecimal(value).round(DIGITS);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
