package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.awaited.AwaitedRelease;
import org.tidemark.awaited.Prospect;
import org.tidemark.calendar.ExpectedRelease;
import org.tidemark.estimate.ReleaseWorth;

/** What comes next, for people: a row for each source, and below it the level that its release is expected to move most. */
public final class NextTable {
    private static final double SHOWN_FROM = 0.05;

    private final Words words;

    public NextTable(Words words) {
        this.words = words;
    }

    /**
     * What one estimate awaits of one source.
     *
     * @param status awaited, due, late or silent
     * @param move expected absolute move of the level, in {@code unit}
     * @param reduction part by which its variance is expected to fall
     * @param alerts what would become of each alert
     */
    public record Row(
            String source,
            String economy,
            String concept,
            LocalDate expected,
            LocalDate earliest,
            LocalDate latest,
            String basis,
            String status,
            long overdueDays,
            double move,
            double reduction,
            List<Alert> alerts) {
        public Row {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * A row of what an estimate awaits.
     *
     * @param today the day that its status is of
     */
    public static Row row(AwaitedRelease release, Prospect prospect, LocalDate today) {
        ExpectedRelease next = release.next();
        return new Row(
                release.source(),
                release.cell().economy(),
                release.cell().concept(),
                next.day(),
                next.earliest(),
                next.latest(),
                next.basis().written(),
                next.on(today).written(),
                next.overdueDays(today),
                prospect.worth().move(),
                prospect.worth().varianceReduction(),
                prospect.alerts().stream()
                        .map(odds -> new Alert(odds.rule(), odds.raised(), odds.ended()))
                        .toList());
    }

    /** How probable it is that an alert is raised, or over. */
    public record Alert(String rule, double raised, double ended) {}

    /** The lines of the table; none where nothing is awaited. */
    public List<String> lines(List<Row> rows) {
        SortedMap<String, List<Row>> bySource = new TreeMap<>();
        rows.forEach(row ->
                bySource.computeIfAbsent(row.source(), s -> new ArrayList<>()).add(row));
        GroupedTable table = new GroupedTable(List.of("", "expected", "between", "", "status"), Set.of());
        bySource.values().stream()
                .sorted(Comparator.comparing(NextTable::newestDay)
                        .thenComparing(of -> of.get(0).source()))
                .forEach(of -> table.add("", row(of), below(of)));
        if (table.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Fold.lines(
                "What comes next: when each source is expected, and which level its release is expected to move most",
                2));
        lines.addAll(table.lines());
        return lines;
    }

    private static LocalDate newestDay(List<Row> of) {
        return newest(of).expected();
    }

    /** Of several economies the one of which the source spoke last. */
    private static Row newest(List<Row> of) {
        return of.stream().max(Comparator.comparing(Row::expected)).orElseThrow();
    }

    private static List<String> row(List<Row> of) {
        Row next = newest(of);
        return List.of(
                next.source(),
                next.expected().toString(),
                next.earliest() + " to " + next.latest(),
                next.basis(),
                next.overdueDays() > 0 ? "%s, %d days".formatted(next.status(), next.overdueDays()) : next.status());
    }

    private List<String> below(List<Row> of) {
        Row most = of.stream()
                .max(Comparator.comparingDouble(Row::move).thenComparing(Row::economy))
                .orElseThrow();
        StringBuilder said = new StringBuilder(text(
                "%s, %s: by %.2f points, %s",
                words.economy(most.economy()),
                words.concept(most.concept()),
                most.move(),
                ReleaseWorth.saidOfVariance(most.reduction())));
        for (Alert alert : most.alerts()) {
            if (Math.max(alert.raised(), alert.ended()) >= SHOWN_FROM) {
                said.append(text(
                        "; %s %s with %.2f",
                        alert.rule(), alert.raised() > 0 ? "raised" : "over", Math.max(alert.raised(), alert.ended())));
            }
        }
        return Fold.lines(said.toString(), 4, 4);
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
