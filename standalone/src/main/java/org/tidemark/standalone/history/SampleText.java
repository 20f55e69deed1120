package org.tidemark.standalone.history;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.standalone.history.HistoryCheck.BadLine;

/** The parts of a sample's line. */
final class SampleText {
    private static final String LABEL = "([a-zA-Z_][a-zA-Z0-9_]*)=\"(?:[^\"\\\\]|\\\\[\\\\\"n])*+\"";
    private static final Pattern LABELS = Pattern.compile(LABEL + "(?:," + LABEL + ")*+");
    private static final Pattern ONE_LABEL = Pattern.compile(LABEL);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final long SECONDS_MAX =
            HistoryFile.LAST_DAY_MAX.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();

    private SampleText() {}

    static void finite(String text) throws BadLine {
        if (!NUMBER.matcher(text).matches()) {
            throw new BadLine("'%s' is no finite decimal number".formatted(text));
        }
    }

    static long seconds(String text) throws BadLine {
        if (!SECONDS.matcher(text).matches()) {
            throw new BadLine("timestamp '%s' is not in whole seconds since 1970".formatted(text));
        }
        long seconds = Long.parseLong(text);
        if (seconds > SECONDS_MAX) {
            throw new BadLine("timestamp %d is after the year %d in seconds; is it in milliseconds?"
                    .formatted(seconds, HistoryFile.LAST_DAY_MAX.getYear()));
        }
        return seconds;
    }

    /** The metric's name of a series whose labels are well formed and different. */
    static String name(String series) throws BadLine {
        int open = series.indexOf('{');
        if (open < 1 || !series.endsWith("}")) {
            throw new BadLine("series '%s' is no name with labels".formatted(series));
        }
        String labels = series.substring(open + 1, series.length() - 1);
        if (!LABELS.matcher(labels).matches()) {
            throw new BadLine("labels of '%s' are not well formed".formatted(series));
        }
        Set<String> names = new HashSet<>();
        for (Matcher each = ONE_LABEL.matcher(labels); each.find(); ) {
            if (!names.add(each.group(1))) {
                throw new BadLine("series '%s' has the label '%s' twice".formatted(series, each.group(1)));
            }
        }
        return series.substring(0, open);
    }
}
