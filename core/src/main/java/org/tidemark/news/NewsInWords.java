package org.tidemark.news;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.series.Withdrawal;

/** The largest lines of one change, in words. */
public final class NewsInWords {
    private static final int LINES = 3;

    private final News news;

    public NewsInWords(News news) {
        this.news = news;
    }

    /** Impacts in the unit of the estimate, the largest first. */
    public String text() {
        return news.lines().stream()
                .sorted(Comparator.comparingDouble((NewsLine l) -> -Math.abs(l.impact()))
                        .thenComparing(NewsLine.ORDER))
                .limit(LINES)
                .map(NewsInWords::words)
                .collect(Collectors.joining("; "));
    }

    private static String words(NewsLine line) {
        return String.format(Locale.ROOT, "%+.2f %s", line.impact(), what(line));
    }

    private static String what(NewsLine line) {
        return switch (line.kind()) {
            case PARAMETERS -> "another method";
            case UPSTREAM -> "estimates that it rests on";
            case POOL -> "how fast others move at its level";
            case PASSING_OF_TIME -> "the passing of time";
            case REWEIGHTING -> "the models weighed anew";
            case BREAK -> figures(line) + ", which mean something else from now on";
            case REVISIONS ->
                figures(line) + (isByHand(line) ? " taken back by hand" : " revised") + expected(line, "from");
            case NEW_FIGURES -> figures(line) + " new" + expected(line, "expected");
            case WITHDRAWALS -> figures(line) + (isByHand(line) ? " withdrawn by hand" : " withdrawn");
            case OTHERS -> figures(line) + " besides";
            case MODEL -> "other methods of estimation, no figure";
            case CATALOGUE -> "another catalogue, no figure";
        };
    }

    private static boolean isByHand(NewsLine line) {
        return line.release() != null && line.release().startsWith(Withdrawal.BY_HAND);
    }

    private static String figures(NewsLine line) {
        String of = line.indicator() == null ? "several series" : line.indicator();
        return line.figures() == 1 ? "1 figure of " + of : line.figures() + " figures of " + of;
    }

    private static String expected(NewsLine line, String word) {
        Double actual = line.actual();
        return line.forecast() == null || actual == null
                ? ""
                : " (%s%s, %s %s)"
                        .formatted(line.figures() == 1 ? "" : "mean ", number(actual), word, number(line.forecast()));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
    }
}
