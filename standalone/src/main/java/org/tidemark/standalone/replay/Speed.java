package org.tidemark.standalone.replay;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast history passes.
 *
 * @param historyPerSecond seconds of history in one second; infinite when nothing is waited for
 */
public record Speed(double historyPerSecond) {
    /** As fast as it goes. */
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)(?:([smhdwy])/s)?");
    private static final Map<String, Double> SECONDS =
            Map.of("s", 1.0, "m", 60.0, "h", 3_600.0, "d", 86_400.0, "w", 604_800.0, "y", 31_557_600.0);

    public Speed {
        if (!(historyPerSecond > 0)) {
            throw new IllegalArgumentException("speed %s; it must be more than 0".formatted(historyPerSecond));
        }
    }

    /**
     * Reads {@code max}, a number of seconds such as {@code 86400}, or {@code 30d/s} with s, m, h, d, w or y.
     *
     * @throws IllegalArgumentException in one line
     */
    public static Speed parse(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("max")) {
            return MAX;
        }
        Matcher matcher = TEXT.matcher(text);
        double number = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (!(number > 0)) {
            throw new IllegalArgumentException(
                    "'%s' is no speed; write max, seconds of history in a second such as 86400, or 30d/s (s, m, h, d, w, y)"
                            .formatted(text));
        }
        String unit = matcher.group(2);
        return new Speed(number * (unit == null ? 1 : SECONDS.getOrDefault(unit, 1.0)));
    }

    boolean isMax() {
        return Double.isInfinite(historyPerSecond);
    }

    String label() {
        return isMax()
                ? "max"
                : BigDecimal.valueOf(historyPerSecond).stripTrailingZeros().toPlainString() + " s/s";
    }
}
