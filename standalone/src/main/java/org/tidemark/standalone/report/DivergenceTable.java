package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tidemark.divergence.DivergenceEstimator;
import org.tidemark.divergence.Verdict;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;

/** Whether economies drift apart, for people: a row for each panel and scale, and below them what all scales say together. */
final class DivergenceTable {
    private static final List<String> HEADINGS = List.of(
            "panel", "concept", "scale", "slope", "80 % band", "P(<0)", "dispersion", "newest input", "economies");
    private static final Set<String> RIGHT = Set.of("slope", "P(<0)", "economies");
    private static final double CERTAIN = 0.01;

    private DivergenceTable() {}

    /** The lines of the table; none while there is nothing to compare. */
    static List<String> lines(List<Estimate> latest) {
        List<List<String>> rows = new ArrayList<>();
        latest.stream()
                .filter(e -> e.key().measure().startsWith(DivergenceEstimator.SLOPE)
                        && !e.levels().isEmpty())
                .forEach(slope -> rows.add(row(slope, latest)));
        List<String> reasons = latest.stream()
                .filter(e -> e.key().measure().equals(DivergenceEstimator.VERDICT))
                .flatMap(DivergenceTable::reason)
                .toList();
        if (rows.isEmpty() && reasons.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "Divergence: a slope above 0 says that who is ahead pulls away; a verdict only where all scales agree");
        if (!rows.isEmpty()) {
            rows.add(0, HEADINGS);
            lines.addAll(TextTable.lines(rows, RIGHT));
        }
        latest.forEach(e -> Verdict.of(e).ifPresent(verdict -> lines.add(verdict(e, verdict))));
        lines.addAll(reasons);
        return lines;
    }

    private static Stream<String> reason(Estimate verdict) {
        String why = verdict.withheld();
        return why == null
                ? Stream.of()
                : Stream.of("no number for %s, divergence of %s: %s"
                        .formatted(verdict.key().economy(), verdict.key().concept(), why));
    }

    private static List<String> row(Estimate slope, List<Estimate> latest) {
        HorizonValue level = slope.levels().get(0);
        String scale = slope.key().measure().substring(DivergenceEstimator.SLOPE.length());
        return List.of(
                slope.key().economy(),
                slope.key().concept(),
                scale,
                text("%+.3f", level.band().value()),
                text("%+.3f to %+.3f", level.band().lower80(), level.band().upper80()),
                probability(level.pNegative() == null ? Double.NaN : level.pNegative()),
                dispersion(slope, scale, latest),
                slope.period().label(),
                term(slope, "economies").map(n -> text("%.0f", n)).orElse(""));
    }

    private static String dispersion(Estimate slope, String scale, List<Estimate> latest) {
        return latest.stream()
                .filter(e -> e.key().measure().equals(DivergenceEstimator.DISPERSION + scale)
                        && e.key().economy().equals(slope.key().economy())
                        && e.key().concept().equals(slope.key().concept())
                        && !e.levels().isEmpty())
                .findFirst()
                .map(e -> text(
                        "%.3f, was %.3f",
                        e.levels().get(0).band().value(),
                        term(e, "dispersion_before").orElse(Double.NaN)))
                .orElse("");
    }

    private static String verdict(Estimate e, Verdict verdict) {
        String of = "%s %s: ".formatted(e.key().economy(), e.key().concept());
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
