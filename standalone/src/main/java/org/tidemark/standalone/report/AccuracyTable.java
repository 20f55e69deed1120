package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tidemark.accuracy.Forecaster;
import org.tidemark.accuracy.SetScore;
import org.tidemark.accuracy.StageReliability;

/** How projections came true, as text: one group for each set, one row for each horizon. */
public final class AccuracyTable {
    private static final int MONTHS_A_YEAR = 12;
    private static final int TENTH = 10;
    private static final double WHOLE = 100;

    private AccuracyTable() {}

    /** The tables of errors, of scores, and what they say in words. */
    public static List<String> lines(List<SetScore> scores) {
        if (scores.isEmpty()) {
            return List.of(
                    "nothing to score: no series of adoption has three figures and one to come a year after them");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Error in points, median over economies of their mean absolute errors; ratio: projected to");
        lines.add("last value, with its 90 % interval by resampling economies; n projections of m economies");
        lines.addAll(errors(scores));
        lines.add("");
        lines.add("CRPS in points, bias (forecast less figure) in points, and how many figures the bands held");
        lines.addAll(bands(scores));
        lines.add("");
        scores.forEach(score -> lines.add(sentence(score)));
        return lines;
    }

    /**
     * How stages came true, by what was said of them.
     *
     * @param before the yardstick: the same with a ceiling of 1, as it was told before
     */
    public static List<String> lines(StageReliability stages, StageReliability before) {
        if (stages.origins() == 0) {
            return List.of(text(
                    "stages: none to score; what was so is told by the highest share of a series of %d years or more",
                    StageReliability.YEARS_MIN));
        }
        List<String> headings =
                List.of("said", "mean said", "was so", "cases", "before: mean said", "was so ", "cases ");
        GroupedTable table = new GroupedTable(headings, Set.copyOf(headings.subList(1, headings.size())));
        for (int i = 0; i < stages.deciles().size(); i++) {
            List<String> row = new ArrayList<>(List.of(text("%d-%d %%", TENTH * i, TENTH * (i + 1))));
            row.addAll(cells(stages.deciles().get(i)));
            row.addAll(cells(before.deciles().get(i)));
            table.add("stages", row);
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add(text(
                "stages, %d told of %d series: log score %.2f, Brier score %.2f (0 is best)",
                stages.origins(), stages.curves(), stages.logScore(), stages.brier()));
        lines.add(text(
                "before, the ceiling taken to be everybody: log score %.2f, Brier score %.2f",
                before.logScore(), before.brier()));
        return lines;
    }

    private static List<String> cells(StageReliability.Decile decile) {
        boolean none = decile.cases() == 0;
        return List.of(
                none ? "-" : text("%.0f %%", WHOLE * decile.said()),
                none ? "-" : text("%.0f %%", WHOLE * decile.wasSo()),
                Integer.toString(decile.cases()));
    }

    private static List<String> errors(List<SetScore> scores) {
        List<String> headings = new ArrayList<>(List.of("", "n", "m"));
        for (Forecaster who : Forecaster.values()) {
            headings.add(who.shown());
        }
        headings.add("ratio");
        GroupedTable table = new GroupedTable(headings, Set.copyOf(headings.subList(1, headings.size())));
        for (SetScore score : scores) {
            List<String> row = new ArrayList<>(List.of(
                    ahead(score.months()), Integer.toString(score.projections()), Integer.toString(score.members())));
            for (Forecaster who : Forecaster.values()) {
                row.add(text("%.2f", score.error(who)));
            }
            row.add(text("%.2f (%.2f to %.2f)", score.ratio(), score.ratioLow(), score.ratioHigh()));
            table.add(score.set(), row);
        }
        return table.lines();
    }

    private static List<String> bands(List<SetScore> scores) {
        List<String> headings = new ArrayList<>(List.of(""));
        for (Forecaster who : Forecaster.values()) {
            headings.add(who.shown());
        }
        headings.addAll(List.of("bias", "in 80 %", "in 95 %"));
        GroupedTable table = new GroupedTable(headings, Set.copyOf(headings.subList(1, headings.size())));
        for (SetScore score : scores) {
            List<String> row = new ArrayList<>(List.of(ahead(score.months())));
            for (Forecaster who : Forecaster.values()) {
                row.add(text("%.2f", score.crps(who)));
            }
            row.add(text("%+.2f", score.bias()));
            row.add(text("%.0f %%", WHOLE * score.inside80()));
            row.add(text("%.0f %%", WHOLE * score.inside95()));
            table.add(score.set(), row);
        }
        return table.lines();
    }

    private static String sentence(SetScore score) {
        Forecaster best = Forecaster.SCORED;
        for (Forecaster who : Forecaster.values()) {
            if (score.error(who) < score.error(best)) {
                best = who;
            }
        }
        String better = best == Forecaster.SCORED ? "" : text("; %s is better: %.2f", best.shown(), score.error(best));
        return text(
                "%s, %s ahead, %d projections: error %.2f points, last value %.2f; the 80 %% band held %.0f %%%s",
                score.set(),
                ahead(score.months()),
                score.projections(),
                score.error(Forecaster.SCORED),
                score.error(Forecaster.LAST_VALUE),
                WHOLE * score.inside80(),
                better);
    }

    private static String ahead(int months) {
        int years = months / MONTHS_A_YEAR;
        if (months % MONTHS_A_YEAR == 0) {
            return years == 1 ? "1 year" : years + " years";
        }
        return months == 1 ? "1 month" : months + " months";
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
