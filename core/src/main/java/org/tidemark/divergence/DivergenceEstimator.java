package org.tidemark.divergence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.DivergenceRecipe;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StudentT;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Evidence;
import org.tidemark.series.SeriesId;

/**
 * Divergence over a panel: dispersion, and slope of the change on the level before, on each scale, and a verdict where all
 * scales agree. It is asked of a panel, in which a member economy stands where else a sector does: see {@link PanelMember}.
 */
public final class DivergenceEstimator implements Estimator {
    /** Probability that they drift apart on every scale, less that they come together on every one: see {@link DivergenceVerdict}. */
    public static final String VERDICT = "divergence.verdict";

    /** Begins the measures of the standard deviation over economies; the scale ends them. */
    public static final String DISPERSION = "divergence.dispersion.";

    /** Begins the measures of the slope of change on level; the scale ends them. */
    public static final String SLOPE = "divergence.slope.";

    private static final String MODEL = "divergence/1";
    private static final String PER_UNIT = "per_unit";
    private static final String SIGNED = "signed_probability";
    private static final String PROBABILITY = "probability";
    private static final String NO_RANGE = "all economies were at one level in %s: nothing can be told by it";
    private static final double T_MAX = 1e6;
    private static final double Z80 = 1.2815515655446004;
    private static final double Z95 = 1.959963984540054;

    private final List<DivergenceRecipe> recipes;

    /** Compares what the catalogue describes. */
    public DivergenceEstimator(Catalogue catalogue) {
        recipes = List.copyOf(catalogue.recipes().divergences().values());
        for (DivergenceRecipe recipe : recipes) {
            if (!catalogue.knowsEconomy(recipe.scope())) {
                throw new IllegalArgumentException(
                        "catalogue: divergence %s: scope %s is no country and no declared aggregate; declare it under aggregates"
                                .formatted(recipe.id(), recipe.scope()));
            }
            boolean inPercent = catalogue
                    .indicator(recipe.indicator())
                    .filter(i -> i.unit().equals("percent"))
                    .isPresent();
            if (!inPercent) {
                throw new IllegalArgumentException(
                        "catalogue: divergence %s: %s is no declared indicator in percent; name one"
                                .formatted(recipe.id(), recipe.indicator()));
            }
        }
    }

    @Override
    public Set<String> measures() {
        Set<String> measures = new TreeSet<>(Set.of(VERDICT));
        for (DispersionScale scale : DispersionScale.values()) {
            measures.add(DISPERSION + scale.written());
            measures.add(SLOPE + scale.written());
        }
        return measures;
    }

    @Override
    public boolean reads(String indicator) {
        return recipes.stream().anyMatch(r -> r.indicator().equals(indicator));
    }

    @Override
    public List<Estimate> estimates(EconomyFigures panel) {
        List<Estimate> all = new ArrayList<>();
        for (DivergenceRecipe recipe : recipes) {
            if (recipe.scope().equals(panel.economy())) {
                all.addAll(estimates(recipe, new Panel(recipe, panel)));
            }
        }
        all.sort((a, b) -> a.key().compareTo(b.key()));
        return all;
    }

    private List<Estimate> estimates(DivergenceRecipe recipe, Panel panel) {
        if (panel.isEmpty() || panel.all().newest() == null) {
            return List.of();
        }
        Panel.Pair pair = panel.pair();
        if (pair == null) {
            String reason = "%d economies have figures of two periods %s apart; at least %d are needed"
                    .formatted(panel.mostInCommon(), recipe.apartInWords(), recipe.fewest());
            return withheld(recipe, panel.all(), reason);
        }
        return pair.isVaried()
                ? compared(recipe, pair)
                : withheld(recipe, pair.evidence(), NO_RANGE.formatted(pair.before()));
    }

    private List<Estimate> withheld(DivergenceRecipe recipe, Evidence evidence, String reason) {
        return measures().stream()
                .map(measure -> evidence.withheld(key(recipe, measure), MODEL, unit(measure), reason))
                .toList();
    }

    private static List<Estimate> compared(DivergenceRecipe recipe, Panel.Pair pair) {
        Map<DispersionScale, Comparison> scales = new EnumMap<>(DispersionScale.class);
        for (DispersionScale scale : DispersionScale.values()) {
            scales.put(scale, pair.on(scale));
        }
        // The same economies on every scale, and a quantile costs more than all the rest.
        int degrees = scales.values().iterator().next().degrees();
        double t80 = StudentT.quantile(0.9, degrees);
        double t95 = StudentT.quantile(0.975, degrees);
        List<Estimate> all = new ArrayList<>();
        scales.forEach((scale, compared) -> {
            all.add(dispersion(recipe, pair, scale, compared));
            all.add(slope(recipe, pair, scale, compared, compared.band(t80, t95)));
        });
        all.add(verdict(recipe, pair, scales));
        return all;
    }

    private static Estimate dispersion(DivergenceRecipe recipe, Panel.Pair pair, DispersionScale scale, Comparison c) {
        String measure = DISPERSION + scale.written();
        List<Term> terms = List.of(
                new Term("dispersion_before", c.before(), null, null, Basis.MEASURED, scale.unit(), pair.words()),
                new Term("dispersion_t", bounded(c.dispersionT()), null, null, Basis.ESTIMATED, "ratio", pair.words()));
        HorizonValue level = new HorizonValue(Horizon.P0D, dispersionBand(c), null);
        return pair.evidence().estimate(key(recipe, measure), MODEL, unit(measure), List.of(level), terms);
    }

    /** As if the economies were drawn from a normal: the logarithm of a standard deviation is off by 1 / sqrt(2 (n - 1)). */
    private static Banded dispersionBand(Comparison c) {
        double sd = 1 / Math.sqrt(2.0 * (c.economies() - 1));
        return new Banded(
                c.now(),
                c.now() * StrictMath.exp(-Z80 * sd),
                c.now() * StrictMath.exp(Z80 * sd),
                c.now() * StrictMath.exp(-Z95 * sd),
                c.now() * StrictMath.exp(Z95 * sd));
    }

    private static Estimate slope(
            DivergenceRecipe recipe, Panel.Pair pair, DispersionScale scale, Comparison c, Banded band) {
        List<Term> terms = List.of(
                new Term("t_statistic", bounded(c.slopeT()), null, null, Basis.ESTIMATED, "ratio", pair.words()),
                new Term("economies", (double) c.economies(), null, null, Basis.MEASURED, "economies", pair.words()));
        HorizonValue level = new HorizonValue(Horizon.P0D, band, StudentT.cdf(-c.slopeT(), c.degrees()));
        String measure = SLOPE + scale.written();
        return pair.evidence().estimate(key(recipe, measure), MODEL, unit(measure), List.of(level), terms);
    }

    private static Estimate verdict(DivergenceRecipe recipe, Panel.Pair pair, Map<DispersionScale, Comparison> scales) {
        DivergenceVerdict verdict = DivergenceVerdict.of(scales);
        List<Term> terms = new ArrayList<>();
        terms.add(probability(DivergenceVerdict.DIVERGING, verdict.diverging(), pair.words()));
        terms.add(probability(DivergenceVerdict.CONVERGING, verdict.converging(), pair.words()));
        scales.forEach((scale, c) -> {
            String on = c.words(scale);
            terms.add(probability(scale.written() + '.' + DivergenceVerdict.DIVERGING, c.diverging(), on));
            terms.add(probability(scale.written() + '.' + DivergenceVerdict.CONVERGING, c.converging(), on));
        });
        double signed = verdict.signed();
        HorizonValue level =
                new HorizonValue(Horizon.P0D, new Banded(signed, signed, signed, signed, signed), verdict.converging());
        return pair.evidence().estimate(key(recipe, VERDICT), MODEL, SIGNED, List.of(level), terms);
    }

    private static Term probability(String name, double value, String source) {
        return new Term(name, value, null, null, Basis.ESTIMATED, PROBABILITY, source);
    }

    /** A statistic of a perfect fit is infinite, which no record can hold. */
    private static double bounded(double t) {
        return Math.max(-T_MAX, Math.min(T_MAX, t));
    }

    private static String unit(String measure) {
        if (measure.equals(VERDICT)) {
            return SIGNED;
        }
        return measure.startsWith(SLOPE)
                ? PER_UNIT
                : DispersionScale.valueOf(measure.substring(DISPERSION.length()).toUpperCase(Locale.ROOT))
                        .unit();
    }

    private static EstimateKey key(DivergenceRecipe recipe, String measure) {
        return new EstimateKey(recipe.scope(), SeriesId.TOTAL, measure, recipe.id());
    }
}
