package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tidemark.series.Excerpt;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

/** What a run refused: how much by reason, and the first of it by file and line, for whoever has to mend it. */
public final class Refusals {
    private static final int SHOWN_MAX = 10;
    private static final int DETAIL_CHARS_MAX = 400;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final SortedMap<RejectReason, Long> counts = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    // Many may have one place and detail; as many of them as there are lines to show are kept.
    private final TreeSet<Line> first = new TreeSet<>(
            Comparator.comparing(Line::order).thenComparing(Line::text).thenComparing(Line::number));

    private record Line(String order, String text, long number) {}

    /** Counts one, once however often it was refused. */
    public void add(Rejection rejection) {
        String id = rejection.id();
        if (id != null && !ids.add(id)) {
            return;
        }
        counts.merge(rejection.reason(), 1L, Long::sum);
        first.add(new Line(ordered(rejection.place()), line(rejection), count()));
        if (first.size() > SHOWN_MAX) {
            first.pollLast();
        }
    }

    /** Line 9 comes before line 10. */
    private static String ordered(String place) {
        return NUMBER.matcher(place)
                .replaceAll(number -> "0".repeat(Math.max(0, 12 - number.group().length())) + number.group());
    }

    private static String line(Rejection r) {
        String detail = r.detail().length() <= DETAIL_CHARS_MAX
                ? r.detail()
                : r.detail().substring(0, DETAIL_CHARS_MAX) + "...";
        return "%s: %s: %s".formatted(r.place(), r.reason(), Excerpt.oneLine(detail));
    }

    /** How many were refused. */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The first of them, and behind them how many there are by reason; nothing when nothing was refused. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        first.forEach(line -> lines.add("refused: " + line.text()));
        if (!counts.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT, "%,d refused%s: %s", count(), count() > SHOWN_MAX ? " in all" : "", byReason(counts)));
        }
        return lines;
    }

    /** {@code BAD_NUMBER 4, BAD_PERIOD 1}. */
    public static String byReason(SortedMap<?, Long> counts) {
        return counts.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
