package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.Trajectory;

/** Who uses AI, for people: a row for each economy and concept. */
final class PenetrationTable {
    private static final String TOO_EARLY = "too early";
    private static final String NOTHING =
            "no estimate of a whole economy: no figure that says who uses AI has been loaded";
    private static final List<String> HEADINGS =
            List.of("economy", "concept", "level", "80 % band", "speed", "stage", "newest input", "age", "figures");
    private static final Set<String> RIGHT = Set.of("level", "speed", "age", "figures");
    private static final double DAYS_PER_YEAR = 365.25;

    private final Catalogue catalogue;
    private final LocalDate today;

    PenetrationTable(Catalogue catalogue, LocalDate today) {
        this.catalogue = catalogue;
        this.today = today;
    }

    /** The lines of the table, aggregates first, whole economies only; parts of economies and sectors are counted below. */
    List<String> lines(List<Estimate> latest) {
        List<Estimate> shown = latest.stream()
                .filter(PenetrationTable::isShown)
                .filter(Whole::economy)
                .sorted(Whole.order(catalogue))
                .toList();
        List<String> lines = new ArrayList<>(shown.isEmpty() ? List.of(NOTHING) : table(shown));
        long others = latest.stream().filter(PenetrationTable::isShown).count() - shown.size();
        if (others > 0) {
            lines.add(text("and %,d more by sector or region; the query API and estimates.csv have them", others));
        }
        return lines;
    }

    private List<String> table(List<Estimate> shown) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        shown.forEach(e -> rows.add(row(e)));
        return TextTable.lines(rows, RIGHT);
    }

    private static boolean isShown(Estimate e) {
        return e.inputs() > 0 && e.key().measure().equals(PenetrationReport.MEASURE);
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
}
