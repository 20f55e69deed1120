package org.tidemark.alert.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.tidemark.catalogue.AlertCondition;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.estimate.Estimate;
import org.tidemark.figures.HeldFigures;
import org.tidemark.measure.Divergence;
import org.tidemark.measure.PanelMember;
import org.tidemark.measure.Several;
import org.tidemark.series.FigureId;
import org.tidemark.series.Period;
import org.tidemark.series.SeriesId;

/**
 * Economies that all follow one law: a common pace in logits, a pull apart or together that is drawn for the world, and luck
 * of their own, as large as in the figures of 147 economies or of seven members of the EU. What is true is what the law does
 * without luck, on all three scales.
 */
final class PanelWorld {
    private static final double LOGIT_MEAN = -1.6;
    private static final double LOGIT_SD = 0.74;
    /** Logits a year that all gain, and by how much that differs between worlds. */
    private static final double PACE = 0.2;

    private static final double PACE_SD = 0.08;
    /** Of the pull, a year: the slope in logits was 0.025 a year over 147 economies. */
    private static final double PULL_SD = 0.05;

    private final Catalogue catalogue;
    private final MeasureRecipe recipe;
    private final Calendar calendar;
    private final List<String> economies;
    private final double luck;
    private final double noise;
    private final int years;

    /**
     * A panel.
     *
     * @param luck standard deviation of an economy's own move in a year, logits
     * @param noise of a figure, logits
     */
    PanelWorld(
            Catalogue catalogue,
            Calendar calendar,
            String recipe,
            int economies,
            double luck,
            double noise,
            int years) {
        this.catalogue = catalogue;
        this.recipe =
                Objects.requireNonNull(catalogue.recipes().measures().recipes().get(recipe));
        this.calendar = calendar;
        List<String> members =
                this.recipe.members().isEmpty() ? List.of(Locale.getISOCountries()) : this.recipe.members();
        this.economies = members.subList(0, economies);
        this.luck = luck;
        this.noise = noise;
        this.years = years;
    }

    Story draw(Random random) {
        Law law = new Law(PACE + PACE_SD * random.nextGaussian(), PULL_SD * random.nextGaussian());
        double[] logits = new double[economies.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = LOGIT_MEAN + LOGIT_SD * random.nextGaussian();
        }
        Map<Period, double[]> truth = new HashMap<>();
        List<Estimate> told = new ArrayList<>();
        HeldFigures held = new HeldFigures(recipe.economy());
        Several estimator = Several.divergences(catalogue);
        double time = Calendar.FIRST_YEAR;
        for (Calendar.Release release : calendar.releases(years, catalogue)) {
            double step = release.period().midYear() - time;
            logits = law.after(logits, step);
            for (int i = 0; i < logits.length; i++) {
                logits[i] += luck * StrictMath.sqrt(step) * random.nextGaussian();
                put(held, i, release, 100 * share(logits[i] + noise * random.nextGaussian()));
            }
            time = release.period().midYear();
            truth.put(release.period(), logits.clone());
            estimator.estimates(held).stream()
                    .filter(e -> e.key().measure().equals(Divergence.VERDICT))
                    .forEach(told::add);
        }
        return new Story(calendar, 12.0 * years, told, new Truth(law, truth));
    }

    private void put(HeldFigures held, int economy, Calendar.Release release, double percent) {
        SeriesId series = new SeriesId(
                String.valueOf(recipe.parts().get(0).indicator()),
                economies.get(economy),
                SeriesId.TOTAL,
                recipe.parts().get(0).source());
        Instant published = release.published();
        held.put(PanelMember.of(recipe, new FigureId(series, release.period())), percent, null, published);
    }

    private boolean isApart(Period before, Period now) {
        String[] apart =
                Objects.requireNonNull(recipe.settings().get("apart_years")).split(" ", -1);
        double years = now.midYear() - before.midYear();
        return years >= Double.parseDouble(apart[0]) && years <= Double.parseDouble(apart[1]);
    }

    private static double share(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    /** What happens to all alike. */
    private record Law(double pace, double pull) {
        double[] after(double[] logits, double years) {
            double mean = mean(logits);
            double[] later = new double[logits.length];
            for (int i = 0; i < later.length; i++) {
                later[i] = logits[i] + years * (pace + pull * (logits[i] - mean));
            }
            return later;
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private final class Truth implements Story.Truth {
        private final Law law;
        private final Map<Period, double[]> logits;

        private Truth(Law law, Map<Period, double[]> logits) {
            this.law = law;
            this.logits = logits;
        }

        @Override
        public boolean holds(AlertCondition condition, Period period) {
            Period base = logits.keySet().stream()
                    .filter(before -> isApart(before, period))
                    .max((a, b) -> Double.compare(a.midYear(), b.midYear()))
                    .orElseThrow();
            double[] before = Objects.requireNonNull(logits.get(base));
            double[] after = law.after(before, period.midYear() - base.midYear());
            boolean up = condition.kind() == AlertCondition.Kind.DIVERGING;
            for (int scale = 0; scale < 3; scale++) {
                double slope = slope(on(scale, before), on(scale, after));
                if (up ? slope <= 0 : slope >= 0) {
                    return false;
                }
            }
            return true;
        }

        private double[] on(int scale, double[] values) {
            double[] on = new double[values.length];
            for (int i = 0; i < on.length; i++) {
                double share = share(values[i]);
                on[i] = scale == 0 ? share : scale == 1 ? StrictMath.log(share) : values[i];
            }
            return on;
        }

        /** Its sign alone is asked for. */
        private double slope(double[] x, double[] later) {
            double mean = mean(x);
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += (x[i] - mean) * (later[i] - x[i]);
            }
            return sum;
        }
    }
}
