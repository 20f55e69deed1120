package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.measure.Divergence;
import org.tidemark.measure.DivergenceVerdict;
import org.tidemark.told.BandText;

/** Whether economies drift apart, for people: a row for each panel and scale, and below them what all scales say together. */
final class DivergenceTable {
    private static final List<String> HEADINGS = List.of("", "slope", "P(<0)", "dispersion");
    private static final Set<String> RIGHT = Set.of("P(<0)");
    private static final double CERTAIN = 0.01;

    private final Words words;

    DivergenceTable(Words words) {
        this.words = words;
    }

    /** The lines of the table; none while there is nothing to compare. */
    List<String> lines(List<Estimate> latest) {
        GroupedTable rows = new GroupedTable(HEADINGS, RIGHT);
        latest.stream()
                .filter(e -> e.key().measure().startsWith(Divergence.SLOPE)
                        && !e.levels().isEmpty())
                .forEach(slope -> rows.add(group(slope), row(slope, latest)));
        List<String> reasons = latest.stream()
                .filter(e -> e.key().measure().equals(Divergence.VERDICT))
                .flatMap(this::reason)
                .toList();
        if (rows.isEmpty() && reasons.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.addAll(Fold.lines(
                "Divergence: a slope above 0 says that who is ahead pulls away; a verdict only where all scales agree",
                2));
        if (!rows.isEmpty()) {
            lines.addAll(rows.lines());
        }
        latest.forEach(
                e -> DivergenceVerdict.of(e).ifPresent(verdict -> lines.addAll(Fold.lines(verdict(e, verdict), 2))));
        reasons.forEach(reason -> lines.addAll(Fold.lines(reason, 2)));
        return lines;
    }

    private Stream<String> reason(Estimate verdict) {
        String why = verdict.withheld();
        return why == null
                ? Stream.of()
                : Stream.of("no number for %s, divergence of %s: %s"
                        .formatted(
                                words.economy(verdict.key().economy()),
                                words.concept(verdict.key().concept()),
                                why));
    }

    /** The panel, what is compared, when, and how many economies; aggregates are no members. */
    private String group(Estimate slope) {
        return "%s: %s, %s, %s economies"
                .formatted(
                        words.economy(slope.key().economy()),
                        words.concept(slope.key().concept()),
                        words.period(slope.period()),
                        term(slope, "economies").map(n -> text("%.0f", n)).orElse("?"));
    }

    private static List<String> row(Estimate slope, List<Estimate> latest) {
        HorizonValue level = slope.levels().get(0);
        String scale = slope.key().measure().substring(Divergence.SLOPE.length());
        return List.of(
                scale,
                BandText.signed(level.band()).toString(),
                probability(level.pNegative() == null ? Double.NaN : level.pNegative()),
                dispersion(slope, scale, latest));
    }

    private static String dispersion(Estimate slope, String scale, List<Estimate> latest) {
        return latest.stream()
                .filter(e -> e.key().measure().equals(Divergence.DISPERSION + scale)
                        && e.key().economy().equals(slope.key().economy())
                        && e.key().concept().equals(slope.key().concept())
                        && !e.levels().isEmpty())
                .findFirst()
                .map(DivergenceTable::dispersion)
                .orElse("");
    }

    /** What it was before, with the digits that it has now. */
    private static String dispersion(Estimate e) {
        Banded now = e.levels().get(0).band();
        return "%s%s"
                .formatted(
                        BandText.of(now),
                        term(e, "dispersion_before")
                                .map(before -> text(", was %." + Math.max(1, BandText.decimals(now)) + "f", before))
                                .orElse(""));
    }

    private String verdict(Estimate e, DivergenceVerdict verdict) {
        String of = "%s, %s: "
                .formatted(
                        words.economy(e.key().economy()), words.concept(e.key().concept()));
        if (verdict.signed() == 0) {
            return of + "no verdict, the scales contradict one another or show nothing";
        }
        boolean apart = verdict.diverging() > verdict.converging();
        return of
                + text(
                        "they %s on every scale with a probability of at least %s",
                        apart ? "drift apart" : "come together", text("%.2f", Math.abs(verdict.signed())));
    }

    private static Optional<Double> term(Estimate e, String name) {
        return e.terms().stream().filter(t -> t.name().equals(name)).findFirst().map(Term::value);
    }

    private static String probability(double p) {
        return p > 1 - CERTAIN ? ">0.99" : p < CERTAIN ? "<0.01" : text("%.2f", p);
    }

    private static String text(String form, Object... parts) {
        return String.format(Locale.ROOT, form, parts);
    }
}
