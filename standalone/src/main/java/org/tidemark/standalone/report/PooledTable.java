package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.pool.PooledEstimator;

/** Penetration from all sources at once, for people: a row for each economy, in the terms of its anchor. */
final class PooledTable {
    private static final List<String> HEADINGS =
            List.of("economy", "anchor", "level", "80 % band", "speed", "newest input", "sources", "drifting");
    private static final Set<String> RIGHT = Set.of("level", "speed", "sources");
    private static final String BIAS = "bias.";
    private static final String DRIFTING = "drifting.";

    private final Catalogue catalogue;

    PooledTable(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The lines of the table; none while no economy has two sources. */
    List<String> lines(List<Estimate> latest) {
        List<List<String>> rows = new ArrayList<>();
        latest.stream()
                .filter(e -> e.inputs() > 0 && e.key().measure().equals(PooledEstimator.MEASURE))
                .filter(Whole::economy)
                .filter(PooledTable::isInTermsOfItsAnchor)
                .sorted(Whole.order(catalogue))
                .forEach(e -> rows.add(row(e)));
        if (rows.isEmpty()) {
            return List.of();
        }
        rows.add(0, HEADINGS);
        List<String> lines = new ArrayList<>();
        lines.add("Penetration, pooled: all sources of an economy as one level, in the terms of its anchor");
        lines.addAll(TextTable.lines(rows, RIGHT));
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

    private static List<String> row(Estimate e) {
        Banded level = e.levels().get(0).band();
        long biases = e.terms().stream().filter(t -> t.name().startsWith(BIAS)).count();
        String drifting = e.terms().stream()
                .filter(t -> t.name().startsWith(DRIFTING))
                .map(t -> t.name().substring(DRIFTING.length()))
                .collect(Collectors.joining(", "));
        return List.of(
                e.key().economy(),
                e.key().concept(),
                text("%.1f %%", level.value()),
                text("%.1f to %.1f", level.lower80(), level.upper80()),
                e.trajectory() == null
                        ? "too early"
                        : text("%+.1f pt/y", e.trajectory().speedPoints()),
                e.period().label(),
                Long.toString(1 + biases),
                drifting.isEmpty() ? "none" : drifting);
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
