package org.tidemark.pool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Family;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.PoolRecipe;
import org.tidemark.catalogue.Role;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.PooledLevel;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Estimator;
import org.tidemark.figures.Outlook;
import org.tidemark.series.FigureId;

/**
 * Penetration from all sources and concepts of an economy at once: one level and one speed, and for every source but the
 * anchor a bias. The level is told in each concept that is held; the key's concept says in which.
 */
public final class PooledEstimator implements Estimator {
    /** The name of the measure. */
    public static final String MEASURE = "penetration.pooled";

    private final Catalogue catalogue;
    private final @Nullable PoolRecipe recipe;
    private final SortedMap<String, Indicator> indicators = new TreeMap<>();

    /** Takes the recipe of the catalogue; without one it makes nothing. */
    public PooledEstimator(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.recipe = catalogue.recipes().pool().orElse(null);
        if (recipe != null) {
            candidates(recipe).stream()
                    .filter(this::reads)
                    .forEach(id -> catalogue.indicator(id).ifPresent(i -> indicators.put(id, i)));
        }
    }

    /** Declared indicators, and what an undeclared one of each concept is called: it may be held without an entry. */
    private SortedSet<String> candidates(PoolRecipe from) {
        SortedSet<String> ids = new TreeSet<>();
        catalogue.indicators().forEach(i -> ids.add(i.id()));
        for (Family family : catalogue.families()) {
            from.concepts().forEach(concept -> ids.add(family.prefix() + concept));
        }
        return ids;
    }

    @Override
    public Set<String> measures() {
        return Set.of(MEASURE);
    }

    @Override
    public boolean reads(String indicator) {
        PoolRecipe from = recipe;
        return from != null
                && catalogue
                        .indicator(indicator)
                        .filter(i ->
                                i.role() == Role.ADOPTION && from.concepts().contains(i.concept()))
                        .isPresent();
    }

    @Override
    public List<Estimate> estimates(EconomyFigures figures) {
        List<Estimate> all = new ArrayList<>();
        PoolRecipe from = recipe;
        if (from == null) {
            return all;
        }
        SortedSet<String> sectors = new TreeSet<>();
        indicators.keySet().forEach(id -> sectors.addAll(figures.sectors(id)));
        for (String sector : sectors) {
            PooledFigures pooled = PooledFigures.of(figures, sector, from, indicators);
            all.addAll(PoolReport.of(figures.economy(), sector, from, pooled));
        }
        all.sort(Comparator.comparing(Estimate::key));
        return all;
    }

    /**
     * Each figure of the concepts that pool, beside what was expected of it from all figures of earlier periods; the first of
     * an instrument is left out, for nothing is expected of it. In the order of sectors and event time.
     */
    public List<PoolSurprise> surprises(EconomyFigures figures) {
        PoolRecipe from = recipe;
        if (from == null) {
            return List.of();
        }
        SortedSet<String> sectors = new TreeSet<>();
        indicators.keySet().forEach(id -> sectors.addAll(figures.sectors(id)));
        List<PoolSurprise> all = new ArrayList<>();
        for (String sector : sectors) {
            PooledFigures pooled = PooledFigures.of(figures, sector, from, indicators);
            for (int i = 1; i < pooled.inOrder().size(); i++) {
                PooledFigures before = PooledFigures.of(pooled.inOrder().subList(0, i), pooled.evidence());
                surprise(
                                figures.economy(),
                                sector,
                                from,
                                before,
                                pooled.inOrder().get(i))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<PoolSurprise> surprise(
            String economy, String sector, PoolRecipe recipe, PooledFigures before, PooledFigure next) {
        Instrument by = next.instrument();
        if (!before.instruments().contains(by)) {
            return Optional.empty();
        }
        Biases biases = Biases.of(before, recipe, economy);
        PooledLevel level = PoolPath.of(before, biases, recipe.noiseScale()).level();
        double deviations = level.surprise(biases.number(by), next.reading());
        return Optional.of(
                new PoolSurprise(by.concept(), sector, before.instruments().size() > 1, deviations));
    }

    @Override
    public Outlook outlook(EconomyFigures held, Outlook.Question question) {
        PoolRecipe from = recipe;
        if (from == null) {
            return Outlook.lasting(held, question);
        }
        SortedSet<String> sectors = new TreeSet<>();
        question.periods().keySet().forEach(key -> sectors.add(key.sector()));
        question.figures().forEach(id -> sectors.add(id.series().sector()));
        Map<EstimateKey, Double> levels = new HashMap<>();
        Map<FigureId, Double> expected = new HashMap<>();
        for (String sector : sectors) {
            PooledFigures pooled = PooledFigures.of(held, sector, from, indicators);
            if (pooled.instruments().size() > 1) {
                PoolOutlook outlook = new PoolOutlook(held.economy(), pooled, from, indicators);
                levels.putAll(outlook.levels(sector, question.periods()));
                expected.putAll(outlook.figures(question.figures().stream()
                        .filter(id -> id.series().sector().equals(sector))
                        .filter(id -> indicators.containsKey(id.series().indicator()))
                        .toList()));
            }
        }
        return new Outlook(levels, expected);
    }
}
