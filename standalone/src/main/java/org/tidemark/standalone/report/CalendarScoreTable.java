package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.tidemark.standalone.accuracy.CalendarScore.Days;
import org.tidemark.standalone.accuracy.CalendarScore.Told;

/** How right the calendar would have been, as text. */
public final class CalendarScoreTable {
    private static final double WHOLE = 100;

    private CalendarScoreTable() {}

    /** The table of days, and that of what releases were worth. */
    public static List<String> lines(List<Days> days, List<Told> told) {
        List<String> lines = new ArrayList<>();
        if (days.isEmpty()) {
            lines.add("no day to score: no source has spoken more than three times on a day of its own");
        } else {
            lines.addAll(Fold.lines(
                    "Days: each release against the day expected by the rhythm of those before it; the band is meant to hold four of five",
                    2));
            lines.addAll(days(days));
        }
        lines.add("");
        if (told.isEmpty()) {
            lines.add(
                    "no worth to score: no release has brought a newer period to a level of adoption that awaited it");
        } else {
            lines.addAll(Fold.lines(
                    "Worth: what each release was expected to do to levels of adoption of whole economies, and what it did; means, in points",
                    2));
            lines.addAll(worths(told));
        }
        return lines;
    }

    private static List<String> days(List<Days> days) {
        List<String> headings = List.of("", "releases", "median error", "mean", "in band");
        GroupedTable table = new GroupedTable(headings, Set.copyOf(headings.subList(1, headings.size())));
        for (Days of : days) {
            table.add(
                    "",
                    List.of(
                            of.source(),
                            Integer.toString(of.errors().size()),
                            text("%.1f", of.medianError()),
                            text(
                                    "%+.1f",
                                    of.errors().stream()
                                            .mapToLong(e -> e)
                                            .average()
                                            .orElse(0)),
                            text("%.0f %%", WHOLE * of.within() / of.errors().size())));
        }
        return table.lines();
    }

    private static List<String> worths(List<Told> told) {
        SortedMap<String, List<Told>> bySource = new TreeMap<>();
        told.forEach(t ->
                bySource.computeIfAbsent(t.source(), s -> new ArrayList<>()).add(t));
        List<String> headings =
                List.of("", "n", "move expected", "came", "deviation before", "after, expected", "came");
        GroupedTable table = new GroupedTable(headings, Set.copyOf(headings.subList(1, headings.size())));
        bySource.forEach((source, of) -> table.add(
                "",
                List.of(
                        source,
                        Integer.toString(of.size()),
                        mean(of, t -> t.expected().move()),
                        mean(of, t -> t.done().move()),
                        mean(of, t -> t.expected().before()),
                        mean(of, t -> t.expected().after()),
                        mean(of, t -> t.done().after()))));
        return table.lines();
    }

    private static String mean(List<Told> of, ToDoubleFunction<Told> what) {
        return text("%.2f", of.stream().mapToDouble(what).average().orElse(0));
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
