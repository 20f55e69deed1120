package org.tidemark.contrast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.ContrastRecipe;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Seasonality;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Outlook;
import org.tidemark.series.FigureId;
import org.tidemark.series.SeriesId;

/**
 * Exposed against unexposed labour series, by every recipe of the catalogue: the gap between the mean of the exposed and
 * that of the unexposed, and how fast it moves. The contrast sees a fall, not its cause.
 */
public final class ContrastEstimator implements Estimator {
    /** The gap, in log points or percentage points. */
    public static final String GAP = "displacement.contrast";
    /** The speed of the gap, per year. */
    public static final String SPEED = "displacement.contrast_speed";

    private static final String EXPOSURE = "exposure";
    private static final String EXPOSURE_CONCEPT = "gpt_beta";

    /** Whatever may change an exposure that comes as a term; else its order of arrival would show. */
    private static final String EXPOSURE_RATINGS = "exposure.";

    private static final String EXPOSURE_WEIGHTS = "labour.employment.occupation";

    private final SortedMap<String, ContrastRecipe> recipes;
    private final Set<String> reads = new TreeSet<>();
    /** The recipes of which a series has its season left in. */
    private final Set<String> unadjusted = new TreeSet<>();

    /**
     * Takes the recipes of the catalogue.
     *
     * @throws IllegalArgumentException when one of them reads an indicator that the catalogue does not know
     */
    public ContrastEstimator(Catalogue catalogue) {
        this(catalogue, catalogue.recipes().contrasts());
    }

    private ContrastEstimator(Catalogue catalogue, SortedMap<String, ContrastRecipe> recipes) {
        this.recipes = recipes;
        for (ContrastRecipe recipe : recipes.values()) {
            for (String indicator : recipe.reads()) {
                Indicator described = catalogue.indicator(indicator).orElse(null);
                if (described == null) {
                    throw new IllegalArgumentException(
                            "catalogue: contrast %s: indicator %s falls under no declared family; declare one whose prefix it begins with"
                                    .formatted(recipe.id(), indicator));
                }
                reads.add(indicator);
                if (described.season() == Seasonality.UNADJUSTED) {
                    unadjusted.add(recipe.id());
                }
            }
        }
    }

    /** An estimator for each recipe, so that a change is answered by those alone that read it. */
    public static List<ContrastEstimator> each(Catalogue catalogue) {
        return catalogue.recipes().contrasts().entrySet().stream()
                .map(recipe ->
                        new ContrastEstimator(catalogue, new TreeMap<>(Map.of(recipe.getKey(), recipe.getValue()))))
                .toList();
    }

    @Override
    public boolean makes(EstimateKey key) {
        return measures().contains(key.measure()) && recipes.containsKey(key.concept());
    }

    @Override
    public Set<String> measures() {
        return Set.of(GAP, SPEED);
    }

    @Override
    public boolean reads(String indicator) {
        return reads.contains(indicator)
                || indicator.startsWith(EXPOSURE_RATINGS)
                || indicator.equals(EXPOSURE_WEIGHTS);
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        List<Estimate> estimates = new ArrayList<>();
        for (ContrastRecipe recipe : recipes.values()) {
            for (Contrast contrast : contrasts(recipe, figures)) {
                estimates.addAll(
                        ContrastReport.of(figures.economy(), recipe, contrast, exposure(figures, contrast.sector())));
            }
        }
        estimates.sort(Comparator.comparing(Estimate::key));
        return estimates;
    }

    @Override
    public Outlook outlook(EconomyFigures held, Outlook.Question question) {
        Map<EstimateKey, Double> levels = new HashMap<>();
        Map<FigureId, Double> expected = new HashMap<>(Outlook.last(held, question.figures()));
        for (ContrastRecipe recipe : recipes.values()) {
            ContrastOutlook outlook = new ContrastOutlook(recipe, contrasts(recipe, held));
            levels.putAll(outlook.levels(question.periods()));
            expected.replaceAll(outlook::moved);
        }
        return new Outlook(levels, expected);
    }

    private List<Contrast> contrasts(ContrastRecipe recipe, EconomyFigures figures) {
        return Contrast.all(recipe, SectorPanel.of(recipe, figures), unadjusted.contains(recipe.id()));
    }

    /** Of one sector; that of the whole economy says nothing of the exposed part of it. */
    private static Optional<Estimate> exposure(EconomyFigures figures, String sector) {
        return sector.equals(SeriesId.TOTAL)
                ? Optional.empty()
                : figures.estimate(sector, EXPOSURE, EXPOSURE_CONCEPT)
                        .filter(e -> !e.levels().isEmpty());
    }
}
