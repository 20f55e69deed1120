package org.tidemark.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Prior;
import org.tidemark.catalogue.Recipes;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.SeriesId;

/**
 * New tasks that ask for labour, seen from above: the share of postings that ask for AI, newest 13 weeks minus 2019, as a
 * share of employment. Not every such posting is for a task that did not exist, and postings turn over faster than jobs.
 */
final class Reinstatement {
    static final String CONCEPT = "postings.ai_share";

    private static final String MODEL = "postings-since-2019/1";
    private static final String REVISION = "postings_revision";
    private static final int BASE_YEAR = 2019;
    private static final int BASE_WEEKS_MIN = 40;
    private static final int RECENT_WEEKS = 13;
    private static final int RECENT_WEEKS_MIN = 10;

    private final EconomyFigures figures;
    private final Recipes recipes;

    Reinstatement(EconomyFigures figures, Recipes recipes) {
        this.figures = figures;
        this.recipes = recipes;
    }

    /** Empty when no share of postings is held. */
    Optional<Estimate> estimate() {
        FigureSeries series = figures.series(Measures.POSTINGS, SeriesId.TOTAL).orElse(null);
        Figure newest = series == null ? null : series.newest().orElse(null);
        if (series == null || newest == null) {
            return Optional.empty();
        }
        LocalDate before = newest.period().end().minusWeeks(RECENT_WEEKS);
        List<Figure> base = ending(series, end -> end.getYear() == BASE_YEAR);
        List<Figure> recent = ending(series, end -> end.isAfter(before));
        String fault = fault(series, base, recent);
        Evidence evidence = evidence(series, base, recent);
        return Optional.of(
                fault == null
                        ? made(MeanOverWeeks.of(base), MeanOverWeeks.of(recent), evidence)
                        : evidence.withheld(key(), model(), Measures.PERCENT, fault));
    }

    private static List<Figure> ending(FigureSeries series, Predicate<LocalDate> when) {
        List<Figure> chosen = new ArrayList<>();
        for (Figure figure : series.figures()) {
            if (when.test(figure.period().end())) {
                chosen.add(figure);
            }
        }
        return chosen;
    }

    private static @Nullable String fault(FigureSeries series, List<Figure> base, List<Figure> recent) {
        for (Figure figure : series.figures()) {
            if (!(figure.value() >= 0 && figure.value() <= 100)) {
                return "%s in %s is %s percent; a share lies between 0 and 100"
                        .formatted(Measures.POSTINGS, figure.period().label(), figure.value());
            }
        }
        if (base.size() < BASE_WEEKS_MIN) {
            return "%s is held for %d weeks of %d, at least %d are needed to compare with"
                    .formatted(Measures.POSTINGS, base.size(), BASE_YEAR, BASE_WEEKS_MIN);
        }
        if (recent.size() < RECENT_WEEKS_MIN || recent.get(0).period().end().getYear() <= BASE_YEAR) {
            return "%s is held for %d of its newest %d weeks after %d, at least %d are needed"
                    .formatted(
                            Measures.POSTINGS,
                            recent.stream()
                                    .filter(f -> f.period().end().getYear() > BASE_YEAR)
                                    .count(),
                            RECENT_WEEKS,
                            BASE_YEAR,
                            RECENT_WEEKS_MIN);
        }
        return null;
    }

    private static Evidence evidence(FigureSeries series, List<Figure> base, List<Figure> recent) {
        Evidence evidence = Evidence.NONE;
        for (List<Figure> part : List.of(base, recent)) {
            for (Figure figure : part) {
                evidence = evidence.with(series, figure);
            }
        }
        return evidence;
    }

    private Estimate made(MeanOverWeeks base, MeanOverWeeks recent, Evidence evidence) {
        Prior revision = recipes.prior(REVISION);
        double revised = revisionError(revision);
        double variance = base.sd() * base.sd() + recent.sd() * recent.sd() + revised * revised;
        double value = recent.mean() - base.mean();
        double sd = StrictMath.sqrt(variance);
        Double negative = sd > 0 ? StandardNormal.cdf(-value / sd) : value < 0 ? 1 : 0;
        List<Term> terms = List.of(
                mean(
                        "postings_now",
                        recent,
                        variance,
                        "the newest %d weeks; an upper indicator: not every posting"
                                + " that asks for AI is for a task that did not exist, and postings are not jobs"),
                mean("postings_2019", base, variance, "%d weeks of 2019, the year that the newest are compared with"),
                new Term(
                        "revision",
                        revision.mean(),
                        revised,
                        part(revised, variance),
                        Basis.ASSUMED,
                        Measures.PERCENT,
                        revision.citation()));
        HorizonValue level = new HorizonValue(Horizon.P0D, Measures.normal(value, sd), negative);
        return evidence.estimate(key(), model(), Measures.PERCENT, List.of(level), terms);
    }

    private static Term mean(String name, MeanOverWeeks mean, double variance, String source) {
        return new Term(
                name,
                mean.mean(),
                mean.sd(),
                part(mean.sd(), variance),
                Basis.MEASURED,
                Measures.PERCENT,
                "mean of " + source.formatted(mean.weeks()));
    }

    private static @Nullable Double part(double sd, double variance) {
        return variance > 0 ? Double.valueOf(sd * sd / variance) : null;
    }

    private static double revisionError(Prior revision) {
        return Objects.requireNonNull(
                revision.standardDeviation(), "catalogue: prior postings_revision: give its sd, in percent");
    }

    private EstimateKey key() {
        return new EstimateKey(figures.economy(), SeriesId.TOTAL, Measures.REINSTATEMENT, CONCEPT);
    }

    private String model() {
        return MODEL + "+postings_revision(" + revisionError(recipes.prior(REVISION)) + ")";
    }
}
