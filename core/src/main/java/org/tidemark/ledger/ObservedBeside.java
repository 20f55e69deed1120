package org.tidemark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.SeriesId;

/**
 * What was observed of an economy, beside what the factors of the ledger imply: cuts that employers announced and said to be
 * because of AI, and the largest mean effect that studies of registers do not rule out. Neither enters a factor.
 */
public final class ObservedBeside {
    private static final String MARK = "observed, ";
    private static final char END = ':';
    private static final long DAYS_OF_YEAR_MIN = 300;

    private final List<Term> terms = new ArrayList<>();
    private Evidence evidence;

    private ObservedBeside(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The terms of an economy, and its evidence with the figures that they tell. */
    static ObservedBeside of(EconomyFigures figures, Evidence evidence) {
        ObservedBeside beside = new ObservedBeside(evidence);
        // Months are not added up: those that are not held would count as none.
        beside.add(figures, Measures.CUTS, ObservedBeside::newestYear, ObservedBeside::cuts);
        beside.add(figures, Measures.BOUND, FigureSeries::newest, ObservedBeside::bound);
        return beside;
    }

    List<Term> terms() {
        return List.copyOf(terms);
    }

    Evidence evidence() {
        return evidence;
    }

    /** In a few words what was observed, where and by whom; empty of a term that is none of these. */
    public static Optional<String> said(Term term) {
        String source = term.source();
        boolean observed = source.startsWith(MARK) && source.indexOf(END) > 0;
        return observed ? Optional.of(source.substring(MARK.length(), source.indexOf(END))) : Optional.empty();
    }

    private void add(
            EconomyFigures figures,
            String indicator,
            Function<FigureSeries, Optional<Figure>> chosen,
            BiFunction<FigureSeries, Figure, Term> told) {
        FigureSeries series = figures.series(indicator, SeriesId.TOTAL).orElse(null);
        Figure figure = series == null ? null : chosen.apply(series).orElse(null);
        if (series != null && figure != null) {
            terms.add(told.apply(series, figure));
            evidence = evidence.besides(series, List.of(figure));
        }
    }

    private static Optional<Figure> newestYear(FigureSeries cuts) {
        return cuts.figures().stream()
                .filter(f -> f.period().days() > DAYS_OF_YEAR_MIN)
                .reduce((a, b) -> b);
    }

    private static Term cuts(FigureSeries series, Figure figure) {
        return new Term(
                "announced_cuts",
                figure.value(),
                figure.standardError(),
                null,
                Basis.MEASURED,
                "persons",
                MARK
                        + "announced cuts that cite AI in %s, %s: said by the employers themselves, and not counted jobs"
                                .formatted(figure.period().label(), series.id().source()));
    }

    private static Term bound(FigureSeries series, Figure figure) {
        return new Term(
                "register_bound",
                figure.value(),
                null,
                null,
                Basis.MEASURED,
                Measures.PERCENT,
                MARK
                        + "largest mean effect on earnings and hours of workers in exposed occupations that registers do not rule out to %d, %s: 95 %% confidence; of those workers, and not of all employment as the ledger"
                                .formatted(
                                        figure.period().end().getYear(),
                                        series.id().source()));
    }
}
