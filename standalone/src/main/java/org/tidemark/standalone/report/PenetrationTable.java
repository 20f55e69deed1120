package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.PenetrationReport;
import org.tidemark.estimate.Trajectory;
import org.tidemark.told.BandText;
import org.tidemark.told.Told;

/** Who uses AI, for people: concept by concept the latest level and the nowcast of each economy, then how fast it goes. */
final class PenetrationTable {
    private static final String NOTHING =
            "no estimate of a whole economy: no figure that says who uses AI has been loaded";
    private static final Set<String> RIGHT = Set.of("n");
    private static final String PERIOD = "period";

    private final Words words;
    private final LocalDate today;

    PenetrationTable(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /** The lines of the table, whole economies only; parts of economies and sectors are counted below. */
    List<String> lines(List<Estimate> latest) {
        List<Told> shown = latest.stream()
                .filter(PenetrationTable::isShown)
                .filter(SummaryFilter::economy)
                .map(e -> Told.of(e, today, words.catalogue()))
                .sorted(order())
                .toList();
        List<String> lines = new ArrayList<>(shown.isEmpty() ? List.of(NOTHING) : levels(shown));
        long others = latest.stream().filter(PenetrationTable::isShown).count() - shown.size();
        if (others > 0) {
            lines.addAll(Fold.lines(
                    text("and %,d more by sector or region; the query API and estimates.csv have them", others), 2));
        }
        lines.addAll(speeds(shown));
        return lines;
    }

    /** By concept, aggregates before their members, then from the highest level down. */
    private Comparator<Told> order() {
        return Comparator.comparing((Told t) -> t.estimate().key().concept())
                .thenComparing(t -> !words.catalogue()
                        .aggregates()
                        .containsKey(t.estimate().key().economy()))
                .thenComparing(t -> -t.latest().map(Banded::value).orElse(0.0))
                .thenComparing(t -> t.estimate().key());
    }

    private static boolean isShown(Estimate e) {
        return e.inputs() > 0 && e.key().measure().equals(PenetrationReport.MEASURE);
    }

    private List<String> levels(List<Told> shown) {
        int width = shown.stream()
                .mapToInt(told -> words.period(told.estimate().period()).length())
                .reduce(PERIOD.length(), Math::max);
        GroupedTable table = new GroupedTable(List.of("", "latest", beside(PERIOD, width, "age"), "nowcast"), Set.of());
        for (Told told : shown) {
            Estimate e = told.estimate();
            table.add(
                    words.concept(e.key().concept()),
                    told,
                    List.of(
                            words.economy(e.key().economy()),
                            said(told.latest()),
                            beside(words.period(e.period()), width, Long.toString(told.ageDays())),
                            told.ended().map(ended -> "ended " + ended.last()).orElseGet(() -> said(told.nowcast()))),
                    List.of());
        }
        return table.lines();
    }

    /** Period and age in one column, so that the table stays within 80. */
    private static String beside(String period, int width, String age) {
        return text("%-" + width + "s %3s", period, age);
    }

    private static String said(Optional<Banded> band) {
        return band.map(b -> BandText.of(b).toString()).orElse("");
    }

    private List<String> speeds(List<Told> shown) {
        GroupedTable table = new GroupedTable(List.of("", "speed, pt/y", "stage", "n"), RIGHT);
        for (Told told : shown) {
            Estimate e = told.estimate();
            Trajectory trajectory = e.trajectory();
            table.add(
                    words.concept(e.key().concept()),
                    List.of(
                            words.economy(e.key().economy()),
                            told.speed()
                                    .map(speed -> BandText.signed(speed).toString())
                                    .orElse("too early"),
                            trajectory == null ? "" : e.isEarly() ? "early" : stage(trajectory),
                            Integer.toString(e.inputs())));
        }
        if (table.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(
                List.of("", "Speed at the newest figure, points a year; n figures; early: three of them"));
        lines.addAll(table.lines());
        return lines;
    }

    static String stage(Trajectory trajectory) {
        double odds = Math.max(
                trajectory.stage().germination(),
                Math.max(trajectory.stage().growth(), trajectory.stage().maturity()));
        // 99.96 % is not certainty, and 99.5 % would be rounded to it.
        String percent = odds >= 0.995 ? ">99 %" : text("%.0f %%", 100 * odds);
        return trajectory.stage().likeliest() + " " + percent;
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
