package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.pool.PooledEstimator;
import org.tidemark.told.BandText;
import org.tidemark.told.Told;

/** Penetration from all sources at once, for people: a row for each economy, in the terms of its anchor. */
final class PooledTable {
    private static final String BIAS = "bias.";
    private static final String DRIFTING = "drifting.";

    private final Words words;
    private final LocalDate today;

    PooledTable(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /** The lines of the table; none while no economy has two sources. */
    List<String> lines(List<Estimate> latest) {
        GroupedTable table = new GroupedTable(
                List.of("", "pooled", "period", "age", "speed, pt/y", "sources"), Set.of("age", "sources"));
        latest.stream()
                .filter(e -> e.inputs() > 0 && e.key().measure().equals(PooledEstimator.MEASURE))
                .filter(SummaryFilter::economy)
                .filter(PooledTable::isInTermsOfItsAnchor)
                .sorted(Comparator.comparing((Estimate e) -> e.key().concept())
                        .thenComparing(SummaryFilter.order(words.catalogue())))
                .map(e -> Told.of(e, today, words.catalogue()))
                .forEach(told -> table.add(
                        "in terms of " + words.concept(told.estimate().key().concept()),
                        told,
                        row(told),
                        drifting(told.estimate())));
        if (table.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Penetration, pooled: all sources of an economy as one level, in %");
        lines.addAll(table.lines());
        return lines;
    }

    /** The term of the anchor begins with concept and source; sources are in capitals. */
    private static boolean isInTermsOfItsAnchor(Estimate e) {
        String concept = e.key().concept() + ".";
        Optional<String> anchor = e.terms().stream()
                .filter(t -> t.name().equals("anchor"))
                .map(Term::source)
                .findFirst();
        return anchor.filter(a -> a.startsWith(concept) && Character.isUpperCase(a.charAt(concept.length())))
                .isPresent();
    }

    private List<String> row(Told told) {
        Estimate e = told.estimate();
        long biases = e.terms().stream().filter(t -> t.name().startsWith(BIAS)).count();
        return List.of(
                words.economy(e.key().economy()),
                told.latest().map(level -> BandText.of(level).toString()).orElse(""),
                words.period(e.period()),
                Long.toString(told.ageDays()),
                told.speed().map(speed -> BandText.signed(speed).toString()).orElse("too early"),
                Long.toString(1 + biases));
    }

    /** The sources that drift, below their row. */
    private static List<String> drifting(Estimate e) {
        String drifting = e.terms().stream()
                .filter(t -> t.name().startsWith(DRIFTING))
                .map(t -> t.name().substring(DRIFTING.length()))
                .collect(Collectors.joining(", "));
        return drifting.isEmpty() ? List.of() : Fold.lines("drifting: " + drifting, 4, 6);
    }
}
