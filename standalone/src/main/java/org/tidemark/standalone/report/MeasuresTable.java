package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.measure.AnswerState;
import org.tidemark.measure.RecipeStates;
import org.tidemark.measure.Reported;
import org.tidemark.measure.RowState;
import org.tidemark.told.BandText;
import org.tidemark.told.Told;

/** The declared measures that have a number, for people: a row for each economy under the title of its recipe. */
final class MeasuresTable {
    private static final List<String> HEADINGS = List.of("", "value", "unit", "period", "age", "figures");
    private static final Set<String> RIGHT = Set.of("age", "figures");
    private static final double CERTAIN = 0.005;

    private final Words words;
    private final LocalDate today;

    MeasuresTable(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /** The lines; how many mechanisms have a number stands below. */
    List<String> lines(List<Estimate> latest) {
        GroupedTable table = new GroupedTable(HEADINGS, RIGHT);
        List<Estimate> numbers = latest.stream()
                .filter(e -> recipe(e) != null && !e.levels().isEmpty() && SummaryFilter.economy(e))
                .sorted(Comparator.comparing((Estimate e) -> e.key().concept())
                        .thenComparing(SummaryFilter.order(words.catalogue())))
                .toList();
        for (Estimate e : numbers) {
            Told told = Told.of(e, today, words.catalogue());
            table.add(title(e), told, row(told), List.of());
        }
        List<String> lines =
                new ArrayList<>(Fold.lines("Measures: one for each recipe that has a number, with its 80 % band", 2));
        lines.addAll(
                numbers.isEmpty()
                        ? List.of("no number: no figures that a recipe reads have been loaded")
                        : table.lines());
        lines.addAll(Fold.lines(count(latest), 2));
        return lines;
    }

    private @Nullable MeasureRecipe recipe(Estimate e) {
        MeasureRecipe recipe =
                words.catalogue().recipes().measures().recipes().get(e.key().concept());
        return recipe != null && recipe.kind().written().equals(e.key().measure()) ? recipe : null;
    }

    private String title(Estimate e) {
        MeasureRecipe recipe = recipe(e);
        return recipe == null || words.ids() ? e.key().measure() + "/" + e.key().concept() : recipe.title();
    }

    private List<String> row(Told told) {
        Estimate e = told.estimate();
        return List.of(
                words.economy(e.key().economy()),
                value(e.levels().get(0).band()),
                UnitWords.of(e.unit()),
                words.period(e.period()),
                Long.toString(told.ageDays()),
                Integer.toString(e.inputs()));
    }

    /** A probability has no band. */
    private static String value(Banded band) {
        if (band.lower95() < band.upper95()) {
            return BandText.of(band).toString();
        }
        double value = band.value();
        return value > 1 - CERTAIN && value <= 1
                ? ">0.99"
                : value >= 0 && value < CERTAIN ? "<0.01" : String.format(Locale.ROOT, "%.2f", value);
    }

    private String count(List<Estimate> latest) {
        List<Reported> reported =
                latest.stream().filter(Reported::isOne).map(Reported::of).toList();
        List<RowState> rows = RecipeStates.of(words.catalogue().recipes().measures(), reported);
        long told =
                rows.stream().filter(row -> row.state() == AnswerState.NUMBER).count();
        return "%d of %d mechanisms have a number; './tidemark recipes' says what each of the others waits for"
                .formatted(told, rows.size());
    }
}
