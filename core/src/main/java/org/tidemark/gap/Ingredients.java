package org.tidemark.gap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.GapRecipe;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;

/** What is held of one recipe in one sector of an economy: its series, and the periods that all of them have. */
final class Ingredients {
    /** Periods that are this much shorter or longer than the median are of another frequency. */
    private static final double SAME_LENGTH = 0.8;

    private final GapRecipe recipe;
    private final String economy;
    private final String sector;
    private final boolean unadjusted;
    private final Map<String, FigureSeries> held = new HashMap<>();

    private Ingredients(GapRecipe recipe, String economy, String sector, boolean unadjusted) {
        this.recipe = recipe;
        this.unadjusted = unadjusted;
        this.economy = economy;
        this.sector = sector;
    }

    /**
     * What is held of a recipe.
     *
     * @param unadjusted whether a season is left in its series
     */
    static Ingredients of(GapRecipe recipe, EconomyFigures figures, String sector, boolean unadjusted) {
        Ingredients all = new Ingredients(recipe, figures.economy(), sector, unadjusted);
        for (String indicator : recipe.indicators()) {
            figures.series(indicator, sector).ifPresent(series -> all.hold(indicator, series));
        }
        return all;
    }

    private void hold(String indicator, FigureSeries series) {
        LocalDate since = recipe.since();
        List<Figure> counted = series.figures().stream()
                .filter(f -> since == null || !f.period().start().isBefore(since))
                .toList();
        if (!counted.isEmpty()) {
            held.put(indicator, new FigureSeries(series.id(), counted, series.knownAt()));
        }
    }

    /** The sectors of which demand or supply of a recipe is held, in order. */
    static SortedSet<String> sectors(GapRecipe recipe, EconomyFigures figures) {
        SortedSet<String> sectors =
                new TreeSet<>(figures.sectors(recipe.demand().get(0)));
        sectors.addAll(figures.sectors(recipe.supply().get(0)));
        return sectors;
    }

    GapRecipe recipe() {
        return recipe;
    }

    String economy() {
        return economy;
    }

    String sector() {
        return sector;
    }

    /** Whether a season is left in its series. */
    boolean unadjusted() {
        return unadjusted;
    }

    /** Prices alone are neither demand nor supply. */
    boolean isNothing() {
        return !isHeld(recipe.demand().get(0)) && !isHeld(recipe.supply().get(0));
    }

    private boolean isHeld(String indicator) {
        return held.containsKey(indicator);
    }

    /** What of the recipe is not held, for people; null when nothing is missing. */
    @Nullable
    String lack() {
        List<String> missing =
                recipe.indicators().stream().filter(i -> !isHeld(i)).toList();
        if (missing.isEmpty()) {
            return null;
        }
        String what = String.join(", ", missing) + (missing.size() == 1 ? " is missing" : " are missing");
        if (!isHeld(recipe.demand().get(0))) {
            return "supply is held but no demand: " + what;
        }
        return isHeld(recipe.supply().get(0)) ? what : "demand is held but no supply: " + what;
    }

    /** All figures that are held, whether or not the other series have the same period. */
    Evidence everything() {
        Evidence evidence = Evidence.NONE;
        for (String indicator : recipe.indicators()) {
            FigureSeries series = held.get(indicator);
            if (series != null) {
                evidence = evidence.with(series, series.figures());
            }
        }
        return evidence;
    }

    /** By period in order of time, the figures of all series in the recipe's order, supply first. */
    SortedMap<Period, List<Figure>> rows() {
        Map<Period, List<Figure>> byPeriod = new HashMap<>();
        for (String indicator : recipe.indicators()) {
            series(indicator).figures().forEach(f -> byPeriod.computeIfAbsent(f.period(), p -> new ArrayList<>())
                    .add(f));
        }
        byPeriod.values().removeIf(row -> row.size() < recipe.indicators().size());
        SortedMap<Period, List<Figure>> rows =
                new TreeMap<>(Comparator.comparingDouble(Period::midYear).thenComparing(Period::start));
        rows.putAll(byPeriod);
        double[] days =
                rows.keySet().stream().mapToDouble(Period::days).sorted().toArray();
        double usual = days.length == 0 ? 0 : days[days.length / 2];
        rows.keySet().removeIf(p -> p.days() < SAME_LENGTH * usual || p.days() > usual / SAME_LENGTH);
        return rows;
    }

    /** The figures of some rows. */
    Evidence evidence(List<List<Figure>> rows) {
        Evidence evidence = Evidence.NONE;
        for (int i = 0; i < recipe.indicators().size(); i++) {
            int column = i;
            List<Figure> used = rows.stream().map(row -> row.get(column)).toList();
            evidence = evidence.with(series(recipe.indicators().get(i)), used);
        }
        return evidence;
    }

    FigureSeries series(String indicator) {
        FigureSeries series = held.get(indicator);
        if (series == null) {
            throw new IllegalStateException(
                    "%s of %s %s is not held; ask lack() first".formatted(indicator, economy, sector));
        }
        return series;
    }
}
