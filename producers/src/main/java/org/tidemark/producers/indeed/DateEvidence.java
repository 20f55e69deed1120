package org.tidemark.producers.indeed;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out how a file writes its dates, from all its rows before any is read.
 *
 * <p>First by shape: dashes or slashes, whichever more rows have. Among slashes by days that only one order can mean:
 * 31/1/25 has its day first. Where no row tells (a file of the first days of months), by the order of rows: they are
 * consecutive days, so the order under which more rows follow the one before by a day. Where that does not tell either,
 * the day is first, as in the only release with slashes so far.
 */
final class DateEvidence {
    private final Map<DateStyle, Long> readable = new EnumMap<>(DateStyle.class);
    private final Map<DateStyle, Long> nextDays = new EnumMap<>(DateStyle.class);
    private final Map<DateStyle, LocalDate> before = new EnumMap<>(DateStyle.class);
    private long dashed;
    private long slashed;

    void see(String text) {
        if (text.indexOf('-') > 0) {
            dashed++;
        } else if (text.indexOf('/') > 0) {
            slashed++;
            see(DateStyle.DAY_FIRST, text);
            see(DateStyle.MONTH_FIRST, text);
        }
    }

    private void see(DateStyle style, String text) {
        Optional<LocalDate> read = style.read(text);
        if (read.isEmpty()) {
            return;
        }
        readable.merge(style, 1L, Long::sum);
        LocalDate day = read.get();
        LocalDate last = before.put(style, day);
        if (last != null && last.plusDays(1).equals(day)) {
            nextDays.merge(style, 1L, Long::sum);
        }
    }

    DateStyle style() {
        if (dashed >= slashed) {
            return DateStyle.ISO;
        }
        long dayFirst = count(readable, DateStyle.DAY_FIRST);
        long monthFirst = count(readable, DateStyle.MONTH_FIRST);
        if (dayFirst == monthFirst) {
            dayFirst = count(nextDays, DateStyle.DAY_FIRST);
            monthFirst = count(nextDays, DateStyle.MONTH_FIRST);
        }
        return monthFirst > dayFirst ? DateStyle.MONTH_FIRST : DateStyle.DAY_FIRST;
    }

    private static long count(Map<DateStyle, Long> counts, DateStyle style) {
        return counts.getOrDefault(style, 0L);
    }
}
