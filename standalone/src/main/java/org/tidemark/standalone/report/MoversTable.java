package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.news.News;
import org.tidemark.news.NewsInWords;
import org.tidemark.news.NewsLine;
import org.tidemark.series.SeriesId;

/**
 * The releases that moved an estimate of one economy most, each with the estimate that it moved most. Moves are compared in
 * percentage points and log points alike; estimates in other units are left out, since a point of theirs is another thing.
 */
public final class MoversTable {
    private static final int RELEASES = 10;
    private static final Map<String, Double> POINTS =
            Map.of("percent", 1.0, "percentage_points", 1.0, "log_points", 1.0, "share", 100.0);
    /** A part of an estimate moves with it. */
    private static final String PART = ".part.";

    private static final List<String> HEADINGS =
            List.of("date", "source", "release", "measure", "concept", "before", "after", "by this release", "how");

    private final @Nullable String economy;

    /**
     * Says of whom.
     *
     * @param economy null: the one with the most news
     */
    public MoversTable(@Nullable String economy) {
        this.economy = economy;
    }

    /** One release and the estimate of the whole economy that it moved most. */
    private record Mover(LocalDate date, String source, String release, News news, double impact) {
        double points() {
            return Math.abs(impact) * POINTS.getOrDefault(news.unit(), 0.0);
        }

        String id() {
            return date + "|" + source + "|" + release;
        }
    }

    /** The table with its heading; nothing where there is no news to choose an economy by. */
    public List<String> lines(List<News> news) {
        String of = economy == null ? mostTold(news) : economy;
        if (of == null) {
            return List.of();
        }
        List<Mover> movers = movers(news, of);
        if (movers.isEmpty()) {
            return List.of("What moved the estimates of %s: nothing moved any".formatted(of));
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        movers.forEach(m -> rows.add(row(m)));
        List<String> lines = new ArrayList<>();
        lines.add("The %d releases that moved an estimate of %s most".formatted(movers.size(), of));
        lines.addAll(TextTable.lines(rows, Set.of("before", "after", "by this release")));
        return lines;
    }

    private static @Nullable String mostTold(List<News> news) {
        Map<String, Integer> told = new TreeMap<>();
        news.forEach(n -> told.merge(n.key().economy(), 1, Integer::sum));
        return told.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<Mover> movers(List<News> news, String economy) {
        Comparator<Mover> most = Comparator.comparingDouble(Mover::points)
                .reversed()
                .thenComparing(Mover::date)
                .thenComparing(m -> m.news().key())
                .thenComparing(Mover::id);
        Map<String, Mover> byRelease = new LinkedHashMap<>();
        news.stream()
                .filter(n -> n.key().economy().equals(economy)
                        && n.key().sector().equals(SeriesId.TOTAL)
                        && !n.key().measure().contains(PART)
                        && POINTS.containsKey(n.unit()))
                .flatMap(n -> ofReleases(n).stream())
                .sorted(most)
                .forEach(m -> byRelease.putIfAbsent(m.id(), m));
        return byRelease.values().stream().limit(RELEASES).toList();
    }

    private static List<Mover> ofReleases(News news) {
        Map<List<String>, Double> impacts = new HashMap<>();
        for (NewsLine line : news.lines()) {
            if (line.source() != null && line.release() != null) {
                impacts.merge(List.of(line.source(), line.release()), line.impact(), Double::sum);
            }
        }
        LocalDate date = LocalDate.ofInstant(news.asOf(), ZoneOffset.UTC);
        return impacts.entrySet().stream()
                .map(e -> new Mover(date, e.getKey().get(0), e.getKey().get(1), news, e.getValue()))
                .toList();
    }

    private static List<String> row(Mover m) {
        return List.of(
                m.date().toString(),
                m.source(),
                m.release(),
                m.news().key().measure(),
                m.news().key().concept(),
                number("%.2f", m.news().before()),
                number("%.2f", m.news().after()),
                number("%+.2f", m.impact()),
                new NewsInWords(m.news()).text());
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
