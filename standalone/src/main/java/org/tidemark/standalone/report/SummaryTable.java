package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Trajectory;
import org.tidemark.series.SeriesId;

/** The latest estimates as a table for people: a row for each economy and concept. */
public final class SummaryTable {
    private static final String TOO_EARLY = "too early";
    private static final String NOTHING =
            "no estimate of a whole economy: no figure that says who uses AI has been loaded";
    private static final List<String> HEADINGS =
            List.of("economy", "concept", "level", "80 % band", "speed", "stage", "newest input", "age", "figures");
    private static final List<String> RIGHT = List.of("level", "speed", "age", "figures");
    private static final double DAYS_PER_YEAR = 365.25;

    private final Catalogue catalogue;
    private final LocalDate today;

    public SummaryTable(Catalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** The lines of the table, aggregates first, whole economies only; parts of economies and sectors are counted below. */
    public List<String> lines(List<Estimate> latest) {
        List<Estimate> shown = latest.stream()
                .filter(e -> e.inputs() > 0 && isWholeEconomy(e))
                .sorted(Comparator.comparing((Estimate e) ->
                                !catalogue.aggregates().containsKey(e.key().economy()))
                        .thenComparing(Estimate::key))
                .toList();
        List<String> lines = new ArrayList<>(shown.isEmpty() ? List.of(NOTHING) : table(shown));
        long others = latest.stream().filter(e -> e.inputs() > 0).count() - shown.size();
        if (others > 0) {
            lines.add(text("and %,d more by sector or region; the query API and estimates.csv have them", others));
        }
        return lines;
    }

    private List<String> table(List<Estimate> shown) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        shown.forEach(e -> rows.add(row(e)));
        return aligned(rows);
    }

    private static boolean isWholeEconomy(Estimate e) {
        return e.key().sector().equals(SeriesId.TOTAL) && e.key().economy().indexOf('-') < 0;
    }

    private List<String> row(Estimate e) {
        Banded level = level(e, Horizon.P0D);
        Trajectory trajectory = e.trajectory();
        return List.of(
                e.key().economy(),
                e.key().concept(),
                level == null ? "" : number(level.value()) + " %",
                level == null ? "" : number(level.lower80()) + " to " + number(level.upper80()),
                trajectory == null ? TOO_EARLY : text("%+.1f pt/y", trajectory.speedPoints()),
                trajectory == null ? TOO_EARLY : stage(trajectory),
                e.period().label(),
                age(e.period().end()),
                Integer.toString(e.inputs()));
    }

    private static @Nullable Banded level(Estimate e, Horizon horizon) {
        Optional<HorizonValue> found =
                e.levels().stream().filter(l -> l.horizon() == horizon).findFirst();
        return found.map(HorizonValue::band).orElse(null);
    }

    private static String stage(Trajectory trajectory) {
        double odds = Math.max(
                trajectory.stage().germination(),
                Math.max(trajectory.stage().growth(), trajectory.stage().maturity()));
        // 99.96 % is not certainty, and 99.5 % would be rounded to it.
        String percent = odds >= 0.995 ? ">99 %" : text("%.0f %%", 100 * odds);
        return trajectory.stage().likeliest() + " " + percent;
    }

    private String age(LocalDate end) {
        long days = Math.max(0, ChronoUnit.DAYS.between(end, today));
        return days < 2 * 365 ? days + " d" : text("%.1f y", days / DAYS_PER_YEAR);
    }

    private static String number(double percent) {
        return text("%.1f", percent);
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }

    private static List<String> aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                boolean right = RIGHT.contains(HEADINGS.get(c));
                line.append(pad(row.get(c), widths[c], right)).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String pad(String text, int width, boolean right) {
        String space = " ".repeat(width - text.length());
        return right ? space + text : text + space;
    }
}
