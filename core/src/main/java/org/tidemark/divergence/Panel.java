package org.tidemark.divergence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.DivergenceRecipe;
import org.tidemark.figures.EconomyFigures;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;

/** The series of all economies that a recipe compares, and the two periods in which it compares them. */
final class Panel {
    private static final Comparator<Period> BY_TIME = Comparator.comparingDouble(Period::midYear)
            .thenComparing(Period::days)
            .thenComparing(Period::start);
    private static final double WHOLE = 100;

    private final DivergenceRecipe recipe;
    private final List<FigureSeries> members = new ArrayList<>();
    private final SortedMap<Period, SortedMap<String, Held>> byPeriod = new TreeMap<>(BY_TIME);

    private record Held(FigureSeries series, Figure figure) {}

    Panel(DivergenceRecipe recipe, EconomyFigures figures) {
        this.recipe = recipe;
        for (String member : figures.sectors(recipe.indicator())) {
            // Another recipe of the same scope may compare other economies by the same indicator.
            if (!recipe.isMember(PanelMember.economy(member))) {
                continue;
            }
            figures.sources(recipe.indicator(), member).stream()
                    .filter(s -> s.id().source().equals(recipe.source()))
                    .forEach(series -> add(member, series));
        }
    }

    private void add(String member, FigureSeries series) {
        members.add(series);
        for (Figure figure : series.figures()) {
            // At either end of the percentage a logit is infinite: such an economy is at no place on the curve.
            if (figure.value() > 0 && figure.value() < WHOLE) {
                byPeriod.computeIfAbsent(figure.period(), p -> new TreeMap<>()).put(member, new Held(series, figure));
            }
        }
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** All that is held: what a reason rests on why there is no comparison. */
    Evidence all() {
        Evidence evidence = Evidence.NONE;
        for (FigureSeries series : members) {
            evidence = evidence.with(series);
        }
        return evidence;
    }

    /** The most economies that two periods far enough apart have in common. */
    int mostInCommon() {
        int most = 0;
        for (Period now : byPeriod.keySet()) {
            for (Period before : byPeriod.keySet()) {
                most = recipe.isApart(before, now)
                        ? Math.max(most, common(before, now).size())
                        : most;
            }
        }
        return most;
    }

    /** The newest period that enough economies have, against the latest far enough before it; null where there is none. */
    @Nullable
    Pair pair() {
        List<Period> newestFirst = new ArrayList<>(byPeriod.keySet());
        newestFirst.sort(BY_TIME.reversed());
        for (Period now : newestFirst) {
            for (Period before : newestFirst) {
                if (recipe.isApart(before, now) && common(before, now).size() >= recipe.fewest()) {
                    return pair(before, now);
                }
            }
        }
        return null;
    }

    private SortedMap<String, Held> at(Period period) {
        return byPeriod.getOrDefault(period, new TreeMap<>());
    }

    private SortedSet<String> common(Period before, Period now) {
        SortedSet<String> common = new TreeSet<>(at(before).keySet());
        common.retainAll(at(now).keySet());
        return common;
    }

    private Pair pair(Period before, Period now) {
        List<Held> was = of(common(before, now), at(before));
        List<Held> is = of(common(before, now), at(now));
        Evidence evidence = Evidence.NONE;
        for (int i = 0; i < was.size(); i++) {
            evidence = evidence.with(
                    is.get(i).series(), List.of(was.get(i).figure(), is.get(i).figure()));
        }
        for (FigureSeries series : members) {
            evidence = evidence.knowing(series);
        }
        return new Pair(before, now, values(was), values(is), evidence);
    }

    private static List<Held> of(Set<String> members, SortedMap<String, Held> held) {
        return held.entrySet().stream()
                .filter(member -> members.contains(member.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<Double> values(List<Held> held) {
        return held.stream().map(h -> h.figure().value()).toList();
    }

    /**
     * What is compared.
     *
     * @param earlier percentages of the economies at {@code before}, in the order of their codes
     * @param later of the same at {@code now}
     */
    record Pair(Period before, Period now, List<Double> earlier, List<Double> later, Evidence evidence) {
        boolean isVaried() {
            return earlier.stream().distinct().count() > 1;
        }

        Comparison on(DispersionScale scale) {
            return Comparison.of(on(scale, earlier), on(scale, later));
        }

        private static double[] on(DispersionScale scale, List<Double> percent) {
            return percent.stream().mapToDouble(scale::of).toArray();
        }

        String words() {
            return "%d economies, %s against %s".formatted(earlier.size(), now, before);
        }
    }
}
