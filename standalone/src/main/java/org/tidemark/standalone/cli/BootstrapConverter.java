package org.tidemark.standalone.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.series.Excerpt;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Brokers as host:port; an IPv6 address may stand with or without its brackets. */
final class BootstrapConverter implements ITypeConverter<String> {
    private static final int PORT_MAX = 65_535;
    /** A Kafka client lets the name of a listener stand before the host. */
    private static final Pattern BROKER = Pattern.compile(
            "(?:[A-Z][A-Z0-9_]*://)?(?:\\[[0-9A-Fa-f:.]+(?:%[^\\[\\]]+)?]|[^\\[\\]:/%\\s]+):(\\d{1,5})");

    @Override
    public String convert(String text) {
        String brokers = HttpAddress.brokers(text);
        for (String broker : brokers.split(",", -1)) {
            Matcher form = BROKER.matcher(broker);
            boolean well = form.matches()
                    && Integer.parseInt(form.group(1)) > 0
                    && Integer.parseInt(form.group(1)) <= PORT_MAX;
            if (!well) {
                throw new TypeConversionException(
                        "'%s' is no broker; write HOST:PORT with a port of 1 to %d, such as localhost:9092 or [::1]:9092, and commas between several"
                                .formatted(Excerpt.of(broker), PORT_MAX));
            }
        }
        return brokers;
    }
}
