package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tidemark.figures.Evidence;
import org.tidemark.figures.Figure;
import org.tidemark.figures.FigureSeries;
import org.tidemark.series.Period;

/** The series of all economies that a recipe compares, and the two periods in which it compares them. */
final class Panel {
    private static final double WHOLE = 100;

    private final int fewest;
    private final Span apart;
    private final List<FigureSeries> members;
    private final SortedMap<Period, SortedMap<String, Held>> byPeriod = new TreeMap<>(Period.BY_TIME);

    private record Held(FigureSeries series, Figure figure) {}

    /** Years from the middle of the earlier period to that of the later: at least, and at most. */
    record Span(double least, double most) {
        boolean isApart(Period before, Period now) {
            double years = now.midYear() - before.midYear();
            return years >= least && years <= most;
        }

        /** For people: {@code 0.45 to 1.5 years}. */
        String words() {
            return String.format(Locale.ROOT, "%s to %s years", least, most);
        }
    }

    /**
     * Puts the figures of all members beside each other.
     *
     * @param fewest so many economies at least must have figures of both periods
     */
    Panel(List<FigureSeries> members, int fewest, Span apart) {
        this.members = List.copyOf(members);
        this.fewest = fewest;
        this.apart = apart;
        members.forEach(this::add);
    }

    private void add(FigureSeries series) {
        String member = series.id().sector();
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
                most = apart.isApart(before, now)
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
        newestFirst.sort(Period.BY_TIME.reversed());
        for (Period now : newestFirst) {
            for (Period before : newestFirst) {
                if (apart.isApart(before, now) && common(before, now).size() >= fewest) {
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
