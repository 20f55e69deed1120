package org.tidemark.standalone.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.estimate.Background;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.ledger.ObservedBeside;
import org.tidemark.told.BandText;
import org.tidemark.told.Told;

/** Estimates that are composed of several indicators, for people: a row for each that has a number, reasons below. */
final class ComposedTable {
    private static final List<String> HEADINGS = List.of("", "value", "P(<0)", "period", "age", "figures");
    private static final Set<String> RIGHT = Set.of("P(<0)", "age", "figures");
    private static final double SHARE_SHOWN = 0.01;
    private static final int NAMED_MAX = 40;
    private static final double THOUSAND = 1000;

    private final String title;
    private final Words words;
    private final Predicate<String> measures;
    private final String nothing;
    private final LocalDate today;

    /**
     * A table of some measures.
     *
     * @param nothing what to say when there is no estimate of them
     * @param today the day that ages count to
     */
    ComposedTable(String title, Words words, Predicate<String> measures, String nothing, LocalDate today) {
        this.title = title;
        this.words = words;
        this.measures = measures;
        this.nothing = nothing;
        this.today = today;
    }

    /** The lines: whole economies only, then how many others there are, then why some have no number. */
    List<String> lines(List<Estimate> latest) {
        List<Estimate> ours = latest.stream()
                .filter(e -> e.inputs() > 0 && measures.test(e.key().measure()))
                .toList();
        List<Estimate> shown = ours.stream()
                .filter(this::isShown)
                .sorted(Comparator.comparing(this::group).thenComparing(SummaryFilter.order(words.catalogue())))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.addAll(Fold.lines(title, 2));
        lines.addAll(shown.isEmpty() ? List.of(nothing) : table(shown));
        long others =
                ours.stream().filter(e -> e.withheld() == null && !isShown(e)).count();
        if (others > 0) {
            lines.addAll(Fold.lines(
                    text(
                            "and %,d more by sector, region or another deflator, or in the background; the query API and estimates.csv have them",
                            others),
                    2));
        }
        lines.addAll(reasons(ours));
        return lines;
    }

    /** Of many gaps that differ in their deflator, the one that the catalogue chose. */
    private boolean isShown(Estimate e) {
        GapRecipe gap = words.catalogue().recipes().gaps().get(e.key().concept());
        boolean chosen = gap == null || gap.kind() != GapRecipe.Kind.CAPACITY || gap.headline();
        return e.withheld() == null
                && SummaryFilter.economy(e)
                && chosen
                && Background.why(e).isEmpty();
    }

    private String group(Estimate e) {
        return "%s: %s, %s"
                .formatted(
                        words.measure(e.key().measure()), words.concept(e.key().concept()), UnitWords.of(e.unit()));
    }

    private List<String> table(List<Estimate> shown) {
        GroupedTable table = new GroupedTable(HEADINGS, RIGHT);
        for (Estimate e : shown) {
            String note = note(e);
            Told told = Told.of(e, today, words.catalogue());
            table.add(group(e), told, row(told), note.isEmpty() ? List.of() : Fold.lines(note, 4, 4));
        }
        return table.lines();
    }

    private List<String> row(Told told) {
        Estimate e = told.estimate();
        HorizonValue level = level(e);
        return List.of(
                words.economy(e.key().economy()),
                level == null ? "" : BandText.of(level.band()).toString(),
                level == null ? "" : probability(level.pNegative()),
                words.period(e.period()),
                Long.toString(told.ageDays()),
                Integer.toString(e.inputs()));
    }

    private static @Nullable HorizonValue level(Estimate e) {
        return e.levels().stream()
                .filter(l -> l.horizon() == Horizon.P0D)
                .findFirst()
                .orElse(null);
    }

    /** What is assumed, so that nobody takes the number for a measurement, and what qualifies it. */
    private static String note(Estimate e) {
        return e.terms().stream()
                .map(ComposedTable::note)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> note(Term t) {
        Double value = t.value();
        Double share = t.varianceShare();
        if (value == null) {
            return Optional.empty();
        }
        if (t.basis() == Term.Basis.ASSUMED && share != null && share >= SHARE_SHOWN) {
            return Optional.of(text("%s ASSUMED (%.0f %% of variance)", t.name(), 100 * share));
        }
        String observed = ObservedBeside.said(t).orElse(null);
        if (observed != null) {
            return Optional.of(text("observed: %s %s", number(value, t.unit()), observed));
        }
        return Optional.ofNullable(
                switch (t.name()) {
                    case "smallest_effect" -> text("smallest effect %.1f", value);
                    case "persons" -> text("%,.0f thousand persons", value / THOUSAND);
                    case "sign_reliability" -> text("sign right %.0f %%", 100 * value);
                    case "told_from_zero" -> value == 0 ? "cannot be told from zero" : null;
                    default -> null;
                });
    }

    private static String number(double value, String unit) {
        return unit.equals("percent") ? text("%.1f %%,", value) : text("%,.0f", value);
    }

    private List<String> reasons(List<Estimate> ours) {
        SortedMap<String, SortedSet<String>> economies = new TreeMap<>();
        for (Estimate e : ours) {
            if (e.withheld() != null && SummaryFilter.economy(e)) {
                // Without the economy, so that those with the same reason share a line.
                String reason = e.withheld().replace(" of " + e.key().economy(), "");
                economies
                        .computeIfAbsent(
                                "%s: %s".formatted(words.measure(e.key().measure()), reason), r -> new TreeSet<>())
                        .add(words.economy(e.key().economy()));
            }
        }
        List<String> lines = new ArrayList<>();
        economies.forEach(
                (reason, of) -> lines.addAll(Fold.lines("no number for %s, %s".formatted(named(of), reason), 2)));
        return lines;
    }

    private static String named(SortedSet<String> economies) {
        String first = economies.stream().limit(NAMED_MAX).collect(Collectors.joining(", "));
        int others = economies.size() - NAMED_MAX;
        return others > 0 ? text("%s and %,d more", first, others) : first;
    }

    /** 0.9996 is no certainty, and 0.995 would be rounded to it. */
    private static String probability(@Nullable Double p) {
        if (p == null) {
            return "";
        }
        return p >= 0.995 ? ">0.99" : p < 0.005 ? "<0.01" : text("%.2f", p);
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
