package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.penetration.SourceRange;
import org.tidemark.told.BandText;
import org.tidemark.told.Told;

/** Economies whose sources disagree by more than their bands, for people: from where to where, and what each counts. */
final class RangeTable {
    private final Words words;
    private final LocalDate today;

    RangeTable(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /** The lines of the table; none while no sources disagree. */
    List<String> lines(List<Estimate> latest) {
        GroupedTable table =
                new GroupedTable(List.of("", "from, to", "period", "age", "sources"), Set.of("age", "sources"));
        latest.stream()
                .filter(e -> e.inputs() > 0 && e.key().measure().equals(SourceRange.MEASURE))
                .filter(SummaryFilter::economy)
                .sorted(Comparator.comparing((Estimate e) -> e.key().concept())
                        .thenComparing(SummaryFilter.order(words.catalogue())))
                .map(e -> Told.of(e, today, words.catalogue()))
                .forEach(told -> table.add(
                        words.concept(told.estimate().key().concept()), told, row(told), sources(told.estimate())));
        if (table.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Fold.lines(
                "Sources that disagree by more than their bands, in %: a range, and no number in it is better than another",
                2));
        lines.addAll(table.lines());
        return lines;
    }

    private List<String> row(Told told) {
        Estimate e = told.estimate();
        String ends = e.levels().stream()
                .filter(level -> level.horizon() == Horizon.P0D)
                .map(HorizonValue::band)
                .map(band -> BandText.of(band).ends())
                .findFirst()
                .orElse("");
        return List.of(
                words.economy(e.key().economy()),
                ends,
                words.period(e.period()),
                Long.toString(told.ageDays()),
                Integer.toString(e.terms().size()));
    }

    /** What each source says, and of whom. */
    private static List<String> sources(Estimate e) {
        List<String> lines = new ArrayList<>();
        for (Term term : e.terms()) {
            Double value = term.value();
            if (value != null) {
                lines.addAll(Fold.lines(String.format(Locale.ROOT, "%.1f %s", value, term.source()), 4, 4));
            }
        }
        return lines;
    }
}
