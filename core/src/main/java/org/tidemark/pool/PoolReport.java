package org.tidemark.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.BiasSpread;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.BankModel;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.PooledLevel;
import org.tidemark.estimate.Term;
import org.tidemark.estimate.Term.Basis;
import org.tidemark.estimate.Trajectory;
import org.tidemark.series.EventTime;

/** Says what a pool means, once in each concept that it holds. */
final class PoolReport {
    private static final String VERSION = "pool-ou-t5/1";
    private static final String LOGITS = "logits";
    private static final String LOGITS_PER_YEAR = "logits_per_year";
    private static final String PERCENT = "percent";
    private static final double WHOLE = 100;
    /** Under so many a level would be an extrapolation of another concept's pace. */
    private static final int FIGURES_MIN = 2;

    private final String economy;
    private final String sector;
    private final PoolRecipe recipe;
    private final PooledFigures figures;
    private final Biases biases;
    private final PoolPath path;

    private PoolReport(
            String economy, String sector, PoolRecipe recipe, PooledFigures figures, Biases biases, PoolPath path) {
        this.economy = economy;
        this.sector = sector;
        this.recipe = recipe;
        this.figures = figures;
        this.biases = biases;
        this.path = path;
    }

    /** One estimate for each concept, in their order; none where there is nothing to pool. */
    static List<Estimate> of(String economy, String sector, PoolRecipe recipe, PooledFigures figures) {
        if (figures.instruments().size() < 2) {
            return List.of();
        }
        Biases biases = Biases.of(figures, recipe, economy);
        PoolReport report = new PoolReport(
                economy, sector, recipe, figures, biases, PoolPath.of(figures, biases, recipe.noiseScale()));
        List<Term> terms = report.terms();
        return figures.concepts().stream()
                .map(concept -> report.estimate(concept, terms))
                .toList();
    }

    private Estimate estimate(String concept, List<Term> terms) {
        int own = figures.count(concept);
        if (own < FIGURES_MIN) {
            String reason =
                    "%s has %d figure of its own: at what pace it goes is that of other concepts, and %d are needed"
                            .formatted(concept, own, FIGURES_MIN);
            return figures.evidence()
                    .withheld(
                            new EstimateKey(economy, sector, PooledEstimator.MEASURE, concept),
                            model(),
                            PERCENT,
                            reason);
        }
        int source = biases.number(figures.leading(concept));
        PooledLevel then = path.level();
        PooledLevel now = then.at(
                Math.max(then.time(), EventTime.ofInstant(figures.evidence().asOf())));
        List<HorizonValue> levels = List.of(level(Horizon.P0D, then, source), level(Horizon.NOW, now, source));
        Trajectory trajectory = tooEarly() ? null : then.trajectory(source);
        EstimateKey key = new EstimateKey(economy, sector, PooledEstimator.MEASURE, concept);
        return figures.evidence().estimate(key, model(), PERCENT, levels, trajectory, terms);
    }

    private static HorizonValue level(Horizon horizon, PooledLevel level, int source) {
        return new HorizonValue(horizon, level.share(source).times(WHOLE), null);
    }

    /** The first figure of each bias tells where that bias stands, and nothing of where the level goes. */
    private boolean tooEarly() {
        return figures.inOrder().size() - biases.biased().size() < BankModel.OBSERVATIONS_MIN;
    }

    private String model() {
        return VERSION + "+noise(" + recipe.noiseScale() + ")" + label("+concept", recipe.concept()) + wanders()
                + label("+source", recipe.source());
    }

    private static String label(String what, BiasSpread spread) {
        return "%s(%s;%s)".formatted(what, spread.priorSd(), spread.wander());
    }

    /** Of single concepts, in the order of their names. */
    private String wanders() {
        StringBuilder wanders = new StringBuilder();
        new TreeMap<>(recipe.wanderOf()).forEach((concept, wander) -> wanders.append("+")
                .append(concept)
                .append('(')
                .append(wander)
                .append(')'));
        return wanders.toString();
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(
                "anchor", 0.0, null, null, Basis.ASSUMED, LOGITS, biases.anchor() + " has no bias by definition"));
        terms.add(speed());
        for (Instrument instrument : biases.biased()) {
            int number = biases.number(instrument);
            terms.add(estimated(
                    "bias." + instrument,
                    path.level().belief().bias(number),
                    StrictMath.sqrt(Math.max(0, path.level().belief().biasVariance(number))),
                    LOGITS,
                    "reads so much above " + biases.anchor()));
        }
        for (Instrument instrument : biases.biased()) {
            path.drift(biases.number(instrument)).ifPresent(drift -> terms.addAll(drift(instrument, drift)));
        }
        return terms;
    }

    private Term speed() {
        if (tooEarly()) {
            return Term.unavailable(
                    "speed",
                    LOGITS_PER_YEAR,
                    "too early: %d figures beyond the first of each bias are needed"
                            .formatted(BankModel.OBSERVATIONS_MIN));
        }
        Banded speed = path.level().speed();
        return estimated("speed", speed.value(), path.level().speedSd(), LOGITS_PER_YEAR, "shared by all concepts");
    }

    private List<Term> drift(Instrument instrument, Drift drift) {
        String moved = String.format(
                Locale.ROOT,
                "its bias moved by %.3f logits in a year against %s; 0 +- 1 where it does not drift",
                drift.moved(),
                biases.anchor());
        List<Term> terms = new ArrayList<>();
        terms.add(estimated("drift." + instrument, drift.z(), 1.0, "standard_deviations", moved));
        if (Math.abs(drift.z()) > recipe.driftBound()) {
            String beyond = "drift beyond %s".formatted(recipe.driftBound());
            terms.add(estimated("drifting." + instrument, 1, null, "flag", beyond));
        }
        return terms;
    }

    private static Term estimated(String name, double value, @Nullable Double sd, String unit, String source) {
        return new Term(name, value, sd, null, Basis.ESTIMATED, unit, source);
    }
}
