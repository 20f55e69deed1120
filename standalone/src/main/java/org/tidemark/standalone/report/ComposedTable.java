package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;

/** Estimates that are composed of several indicators, for people: a row for each that has a number, reasons below. */
final class ComposedTable {
    private static final List<String> HEADINGS = List.of(
            "economy", "measure", "concept", "value", "unit", "80 % band", "P(<0)", "newest input", "figures", "note");
    private static final Set<String> RIGHT = Set.of("value", "P(<0)", "figures");
    private static final Map<String, String> UNITS = Map.of(
            "percent", "%",
            "percentage_points", "pt",
            "percentage_points_per_year", "pt/y",
            "log_points", "log pt",
            "log_points_per_year", "log pt/y");

    private final String title;
    private final Catalogue catalogue;
    private final Predicate<String> measures;
    private final String nothing;

    /**
     * A table of some measures.
     *
     * @param nothing what to say when there is no estimate of them
     */
    ComposedTable(String title, Catalogue catalogue, Predicate<String> measures, String nothing) {
        this.title = title;
        this.catalogue = catalogue;
        this.measures = measures;
        this.nothing = nothing;
    }

    /** The lines: whole economies only, then how many others there are, then why some have no number. */
    List<String> lines(List<Estimate> latest) {
        List<Estimate> ours = latest.stream()
                .filter(e -> e.inputs() > 0 && measures.test(e.key().measure()))
                .toList();
        List<Estimate> shown = ours.stream()
                .filter(Whole::economy)
                .filter(e -> e.withheld() == null)
                .sorted(Whole.order(catalogue))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.addAll(shown.isEmpty() ? List.of(nothing) : table(shown));
        long others = ours.stream()
                .filter(e -> e.withheld() == null && !Whole.economy(e))
                .count();
        if (others > 0) {
            lines.add(text("and %,d more by sector or region; the query API and estimates.csv have them", others));
        }
        lines.addAll(reasons(ours));
        return lines;
    }

    private static List<String> table(List<Estimate> shown) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        shown.forEach(e -> rows.add(row(e)));
        return TextTable.lines(rows, RIGHT);
    }

    private static List<String> row(Estimate e) {
        HorizonValue level = level(e);
        Banded band = level == null ? null : level.band();
        return List.of(
                e.key().economy(),
                e.key().measure(),
                e.key().concept(),
                band == null ? "" : number(band.value()),
                UNITS.getOrDefault(e.unit(), e.unit()),
                band == null ? "" : number(band.lower80()) + " to " + number(band.upper80()),
                level == null ? "" : probability(level.pNegative()),
                e.period().label(),
                Integer.toString(e.inputs()),
                note(e));
    }

    private static @Nullable HorizonValue level(Estimate e) {
        return e.levels().stream()
                .filter(l -> l.horizon() == Horizon.P0D)
                .findFirst()
                .orElse(null);
    }

    /** What is assumed, so that nobody takes the number for a measurement, or the smallest effect that could be seen. */
    private static String note(Estimate e) {
        List<String> notes = new ArrayList<>();
        for (Term t : e.terms()) {
            if (t.basis() == Term.Basis.ASSUMED && t.varianceShare() != null) {
                notes.add(text("%s ASSUMED (%.0f %% of variance)", t.name(), 100 * t.varianceShare()));
            } else if (t.name().equals("smallest_effect") && t.value() != null) {
                notes.add(text("smallest effect %.1f", t.value()));
            } else if (t.name().equals("sign_reliability") && t.value() != null) {
                notes.add(text("sign right %.0f %%", 100 * t.value()));
            } else if (t.name().equals("told_from_zero") && t.value() != null && t.value() == 0) {
                notes.add("cannot be told from zero");
            }
        }
        return String.join(", ", notes);
    }

    private static List<String> reasons(List<Estimate> ours) {
        SortedMap<String, SortedSet<String>> economies = new TreeMap<>();
        for (Estimate e : ours) {
            if (e.withheld() != null && Whole.economy(e)) {
                // Without the economy, so that those with the same reason share a line.
                String reason = e.withheld().replace(" of " + e.key().economy(), "");
                economies
                        .computeIfAbsent("%s: %s".formatted(e.key().measure(), reason), r -> new TreeSet<>())
                        .add(e.key().economy());
            }
        }
        List<String> lines = new ArrayList<>();
        economies.forEach((reason, of) -> lines.add("no number for %s, %s".formatted(String.join(" ", of), reason)));
        return lines;
    }

    /** 0.9996 is no certainty, and 0.995 would be rounded to it. */
    private static String probability(@Nullable Double p) {
        if (p == null) {
            return "";
        }
        return p >= 0.995 ? ">0.99" : p < 0.005 ? "<0.01" : text("%.2f", p);
    }

    private static String number(double value) {
        return text("%.1f", value);
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
