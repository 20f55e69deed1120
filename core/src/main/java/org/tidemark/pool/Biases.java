package org.tidemark.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tidemark.catalogue.BiasSpread;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.estimate.GaussianState;
import org.tidemark.estimate.SourceBiases;

/** Which instrument is the anchor, which number the bias of each other has, and what is believed of them at first. */
final class Biases {
    private final PoolRecipe recipe;
    private final Instrument anchor;
    private final List<Instrument> biased;

    private Biases(PoolRecipe recipe, Instrument anchor, List<Instrument> biased) {
        this.recipe = recipe;
        this.anchor = anchor;
        this.biased = biased;
    }

    static Biases of(PooledFigures figures, PoolRecipe recipe, String economy) {
        Instrument anchor = figures.leading(anchorConcept(figures, recipe, economy));
        List<Instrument> biased = new ArrayList<>(figures.instruments());
        biased.remove(anchor);
        return new Biases(recipe, anchor, List.copyOf(biased));
    }

    private static String anchorConcept(PooledFigures figures, PoolRecipe recipe, String economy) {
        String preferred = recipe.anchor(economy);
        if (preferred != null && figures.concepts().contains(preferred)) {
            return preferred;
        }
        return recipe.concepts().stream()
                .filter(figures.concepts()::contains)
                .findFirst()
                .orElseThrow();
    }

    Instrument anchor() {
        return anchor;
    }

    /** All but the anchor, in the order of their numbers. */
    List<Instrument> biased() {
        return biased;
    }

    int number(Instrument instrument) {
        return instrument.equals(anchor) ? SourceBiases.ANCHOR : biased.indexOf(instrument);
    }

    GaussianState prior() {
        return together(
                concept -> recipe.concept().priorSd(),
                recipe.source().priorSd(),
                recipe.concept().priorSd());
    }

    /** What a year adds. */
    GaussianState wander() {
        BiasSpread source = recipe.source();
        return together(recipe::wander, source.wander(), source.wander());
    }

    /** Sources of a concept share its bias against the anchor and have their own against each other. */
    private GaussianState together(ToDoubleFunction<String> concept, double source, double redefined) {
        int n = biased.size();
        double[] covariance = new double[n * n];
        for (int i = 0; i < n; i++) {
            Instrument one = biased.get(i);
            boolean shares = !one.concept().equals(anchor.concept());
            for (int j = 0; j < n && shares; j++) {
                double shared = concept.applyAsDouble(one.concept());
                covariance[i * n + j] = one.concept().equals(biased.get(j).concept()) ? shared * shared : 0;
            }
            double own = one.since() == null ? source : redefined;
            covariance[i * n + i] += own * own;
        }
        return GaussianState.of(new double[n], covariance);
    }
}
