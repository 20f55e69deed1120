package org.tidemark.gap;

import java.util.List;
import org.tidemark.catalogue.Recipes;
import org.tidemark.estimate.Term;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;

/** Consumption that moves with the labour share, because labour and capital consume different parts of their income. */
final class Distribution {
    static final String LABOUR_SHARE = "labour.income.share";

    private static final String NAME = "distribution";
    private static final String MPC_LABOUR = "mpc_labour";
    private static final String MPC_CAPITAL = "mpc_capital";
    private static final int STALE_AFTER_YEARS = 3;

    private Distribution() {}

    /** The priors that it needs. */
    static List<String> priors() {
        return List.of(MPC_LABOUR, MPC_CAPITAL);
    }

    /** The part of the gap in a period. */
    static Drawn draw(Recipes recipes, EconomyFigures figures, Evidence evidence, String sector, Period of) {
        FigureSeries series = figures.series(LABOUR_SHARE, sector).orElse(null);
        List<Figure> known = series == null
                ? List.of()
                : series.figures().stream()
                        .filter(f -> !f.period().end().isAfter(of.end()))
                        .toList();
        if (series == null || known.isEmpty()) {
            return new Drawn(Part.unavailable(NAME, LABOUR_SHARE + " is not held"), evidence);
        }
        return new Drawn(part(recipes, known, of), evidence.besides(series, known));
    }

    private static Part part(Recipes recipes, List<Figure> known, Period of) {
        Figure last = known.get(known.size() - 1);
        if (last.period().end().plusYears(STALE_AFTER_YEARS).isBefore(of.end())) {
            return Part.unavailable(
                    NAME,
                    "%s ends in %s, more than %d years before"
                            .formatted(LABOUR_SHARE, last.period(), STALE_AFTER_YEARS));
        }
        Normal change = TenYears.deviation(known.stream()
                .map(f -> new TenYears.Dated(f.period().midYear(), f.value()))
                .toList());
        return change == null
                ? Part.unavailable(NAME, LABOUR_SHARE + " is not held for each of the ten years before")
                : part(recipes, change, last);
    }

    private static Part part(Recipes recipes, Normal change, Figure last) {
        Factor labour = Factor.of(recipes.prior(MPC_LABOUR));
        Factor capital = Factor.of(recipes.prior(MPC_CAPITAL));
        Normal difference = new Normal(
                labour.value().mean() - capital.value().mean(),
                StrictMath.sqrt(labour.value().variance() + capital.value().variance()));
        Term moved = new Term(
                "labour_share_change",
                change.mean(),
                change.deviation(),
                null,
                Term.Basis.MEASURED,
                Said.POINTS,
                "%s, %s against the ten years before".formatted(LABOUR_SHARE, last.period()));
        return new Part(
                NAME,
                Product.of(List.of(difference, change)),
                "labour share against its mean over the ten years before, times the difference of propensities to consume",
                List.of(moved, labour.term(null), capital.term(null)));
    }
}
