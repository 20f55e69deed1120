package org.tidemark.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Recipes;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.Term;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.series.Period;

/**
 * A gap taken apart: distribution + cycle + AI supply + rest, in this order. What has no data is in the rest, which then says
 * so. The parts sum to the gap to the last bit (see {@link Normal#quantised}).
 *
 * @param evidence of the gap and of every part
 */
record GapParts(List<Part> parts, Evidence evidence) {
    private static final double PERCENT = 100;
    private static final int UTILISATION = 1;

    GapParts {
        parts = List.copyOf(parts);
    }

    /** Of a gap of capacity. */
    static GapParts of(
            Normal gap, SortedMap<Period, List<Figure>> rows, Evidence evidence, Ingredients from, Source source) {
        Drawn distribution =
                Distribution.draw(source.recipes(), source.figures(), evidence, from.sector(), rows.lastKey());
        Drawn ai = AiSupply.draw(source.recipes(), source.figures(), distribution.evidence());
        List<Part> parts = new ArrayList<>(List.of(distribution.part(), cycle(rows), ai.part()));
        parts.add(rest(gap, parts));
        return new GapParts(parts, ai.evidence());
    }

    /** What a call has at hand. */
    record Source(Recipes recipes, EconomyFigures figures) {}

    /** Utilisation against its mean over the ten years before: idle capacity is demand that is short. */
    private static Part cycle(SortedMap<Period, List<Figure>> rows) {
        List<TenYears.Dated> utilisation = new ArrayList<>();
        for (Map.Entry<Period, List<Figure>> row : rows.entrySet()) {
            double value = row.getValue().get(UTILISATION).value();
            utilisation.add(new TenYears.Dated(row.getKey().midYear(), StrictMath.log(value)));
        }
        Normal deviation = TenYears.deviation(utilisation);
        return deviation == null
                ? Part.unavailable("cycle", "capacity utilisation is not held for each of the ten years before")
                : new Part(
                        "cycle",
                        deviation.times(PERCENT),
                        "capacity utilisation against its mean over the ten years before",
                        List.of());
    }

    private static Part rest(Normal gap, List<Part> parts) {
        double rest = Normal.quantised(gap.mean());
        double variance = gap.variance();
        for (Part part : parts) {
            rest -= part.taken();
            variance += part.variance();
        }
        String within = parts.stream()
                .filter(p -> p.value() == null)
                .map(p -> p.name().replace('_', ' '))
                .collect(Collectors.joining(", "));
        String name = within.isEmpty() ? "rest" : "rest, with " + within;
        Term term = new Term("rest", rest, null, null, Term.Basis.ESTIMATED, Said.PERCENT, name);
        return new Part("rest", new Normal(rest, StrictMath.sqrt(variance)), name, List.of(term));
    }

    /** As they stand beside the gap. */
    List<Term> terms() {
        return parts.stream().map(Part::term).toList();
    }

    List<Estimate> estimates(Said gap) {
        return parts.stream().map(p -> p.estimate(gap)).toList();
    }
}
