package org.tidemark.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.catalogue.MeasurePart;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.StandardNormal;
import org.tidemark.estimate.StudentT;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.figures.GrowingList;
import org.tidemark.series.SeriesId;

/**
 * Divergence over a panel: dispersion, and slope of the change on the level before, on each scale, and a verdict where all
 * scales agree. It is asked of a panel, in which a member economy stands where else a sector does: see {@link PanelMember}.
 */
public final class Divergence implements Method {
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
    private static final String APART = "apart_years";
    private static final String NO_RANGE = "all economies were at one level in %s: nothing can be told by it";
    private static final double T_MAX = 1e6;
    private static final double Z95 = 1.959963984540054;
    /** A t statistic of a slope needs more than two, and with three it says nothing. */
    private static final int FEWEST_MIN = 5;

    private final MeasureRecipe recipe;
    private final MeasurePart part;
    private final Panel.Span apart;
    private final Rows<String, Figure> rows = new Rows<>(Figure.BY_TIME);

    Divergence(MeasureRecipe recipe) {
        this.recipe = recipe;
        this.part = recipe.parts().get(0);
        this.apart = apart(new Settings(recipe));
    }

    static void check(MeasureRecipe recipe, Settings settings) {
        settings.requireKnown(Set.of("tell", APART));
        settings.requireParts(1, 1);
        if (!recipe.isPanel()) {
            throw settings.wrong("scope", recipe.scope(), "divergence is of economies: write such as 'panel WORLD'");
        }
        if (recipe.fewest() < FEWEST_MIN) {
            throw settings.wrong("fewest", String.valueOf(recipe.fewest()), "write " + FEWEST_MIN + " or more");
        }
        if (!recipe.unit().equals(SIGNED)) {
            throw settings.wrong("unit", recipe.unit(), "write " + SIGNED + ", that of the verdict");
        }
        apart(settings);
    }

    private static Panel.Span apart(Settings settings) {
        String text = settings.text(APART, "");
        String[] ends = text.strip().split("[\\s,]+", -1);
        try {
            double least = Double.parseDouble(ends[0]);
            double most = Double.parseDouble(ends[ends.length - 1]);
            if (ends.length == 2 && least > 0 && least <= most && most < Double.POSITIVE_INFINITY) {
                return new Panel.Span(least, most);
            }
        } catch (NumberFormatException noNumber) {
            // Told below like any other that is no span.
        }
        throw settings.wrong(
                "settings: " + APART, "'" + text + "' is no span", "write the least and the most, such as 0.9 2.1");
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
    public List<Answer> answers(EconomyFigures figures) {
        List<FigureSeries> members = Parts.series(recipe, part, figures);
        LinkedHashMap<String, GrowingList<Figure>> columns = new LinkedHashMap<>();
        members.forEach(series -> columns.put(series.id().sector(), series.figures()));
        // Several threads may ask what if; what is kept is one after the other's.
        synchronized (rows) {
            int unused = rows.take(columns);
            return answers(new Panel(members, rows, recipe.fewest(), apart));
        }
    }

    private List<Answer> answers(Panel panel) {
        if (panel.all().newest() == null) {
            return List.of();
        }
        Panel.Pair pair = panel.pair();
        if (pair == null) {
            return withheld(
                    panel.all(),
                    Outcome.withheld(
                            "%d economies have figures of two periods %s apart; at least %d are needed",
                            panel.mostInCommon(), apart.words(), recipe.fewest()));
        }
        return pair.isVaried() ? compared(pair) : withheld(pair.evidence(), Outcome.withheld(NO_RANGE, pair.before()));
    }

    private List<Answer> withheld(Evidence evidence, Outcome why) {
        return measures().stream()
                .map(measure -> answer(measure, evidence, why))
                .toList();
    }

    private static List<Answer> compared(Panel.Pair pair) {
        Map<DispersionScale, Comparison> scales = new EnumMap<>(DispersionScale.class);
        for (DispersionScale scale : DispersionScale.values()) {
            scales.put(scale, pair.on(scale));
        }
        // The same economies on every scale, and a quantile costs more than all the rest.
        int degrees = scales.values().iterator().next().degrees();
        double t80 = StudentT.quantile(0.9, degrees);
        double t95 = StudentT.quantile(0.975, degrees);
        List<Answer> all = new ArrayList<>();
        scales.forEach((scale, compared) -> {
            all.add(dispersion(pair, scale, compared));
            all.add(slope(pair, scale, compared, compared.band(t80, t95)));
        });
        all.add(verdict(pair, scales));
        return all;
    }

    private static Answer dispersion(Panel.Pair pair, DispersionScale scale, Comparison c) {
        String measure = DISPERSION + scale.written();
        List<Term> terms = List.of(
                new Term("dispersion_before", c.before(), null, null, Basis.MEASURED, scale.unit(), pair.words()),
                new Term("dispersion_t", bounded(c.dispersionT()), null, null, Basis.ESTIMATED, "ratio", pair.words()));
        HorizonValue level = new HorizonValue(Horizon.P0D, dispersionBand(c), null);
        return answer(measure, pair.evidence(), new Outcome(List.of(level), terms, null, null));
    }

    /** As if the economies were drawn from a normal: the logarithm of a standard deviation is off by 1 / sqrt(2 (n - 1)). */
    private static Banded dispersionBand(Comparison c) {
        double sd = 1 / Math.sqrt(2.0 * (c.economies() - 1));
        return new Banded(
                c.now(),
                c.now() * StrictMath.exp(-StandardNormal.Z90 * sd),
                c.now() * StrictMath.exp(StandardNormal.Z90 * sd),
                c.now() * StrictMath.exp(-Z95 * sd),
                c.now() * StrictMath.exp(Z95 * sd));
    }

    private static Answer slope(Panel.Pair pair, DispersionScale scale, Comparison c, Banded band) {
        List<Term> terms = List.of(
                new Term("t_statistic", bounded(c.slopeT()), null, null, Basis.ESTIMATED, "ratio", pair.words()),
                new Term("economies", (double) c.economies(), null, null, Basis.MEASURED, "economies", pair.words()));
        HorizonValue level = new HorizonValue(Horizon.P0D, band, StudentT.cdf(-c.slopeT(), c.degrees()));
        String measure = SLOPE + scale.written();
        return answer(measure, pair.evidence(), new Outcome(List.of(level), terms, null, null));
    }

    private static Answer verdict(Panel.Pair pair, Map<DispersionScale, Comparison> scales) {
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
        return answer(VERDICT, pair.evidence(), new Outcome(List.of(level), terms, null, null));
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

    private static Answer answer(String measure, Evidence evidence, Outcome outcome) {
        return new Answer(SeriesId.TOTAL, measure, MODEL, unit(measure), evidence, outcome);
    }
}
