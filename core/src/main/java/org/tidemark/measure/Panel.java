package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
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
    private final List<Rows.Row<String, Figure>> rows;

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
     * The figures of all members beside each other.
     *
     * @param rows them by sector, as they are now
     * @param fewest so many economies at least must have figures of both periods
     */
    Panel(List<FigureSeries> members, Rows<String, Figure> rows, int fewest, Span apart) {
        this.members = List.copyOf(members);
        this.rows = rows.all();
        this.fewest = fewest;
        this.apart = apart;
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
        for (int now = 0; now < rows.size(); now++) {
            for (int before : beforeNewestFirst(now)) {
                most = Math.max(most, common(before, now).size());
            }
        }
        return most;
    }

    /** The newest period that enough economies have, against the latest far enough before it; null where there is none. */
    @Nullable
    Pair pair() {
        for (int now = rows.size() - 1; now >= 0; now--) {
            for (int before : beforeNewestFirst(now)) {
                Set<String> common = common(before, now);
                if (common.size() >= fewest) {
                    return pair(before, now, common);
                }
            }
        }
        return null;
    }

    private Period period(int row) {
        return rows.get(row).time().period();
    }

    /** The periods that are far enough before another one, but not too far. */
    private List<Integer> beforeNewestFirst(int now) {
        List<Integer> before = new ArrayList<>();
        double latest = period(now).midYear();
        for (int i = now - 1; i >= 0 && latest - period(i).midYear() <= apart.most(); i--) {
            if (apart.isApart(period(i), period(now))) {
                before.add(i);
            }
        }
        return before;
    }

    /** At either end of the percentage a logit is infinite: such an economy is at no place on the curve. */
    private SortedMap<String, Figure> at(int row) {
        SortedMap<String, Figure> placed = new TreeMap<>();
        for (Rows.Cell<String, Figure> cell : rows.get(row).cells()) {
            if (cell.value().value() > 0 && cell.value().value() < WHOLE) {
                placed.put(cell.column(), cell.value());
            }
        }
        return placed;
    }

    private Set<String> common(int before, int now) {
        Set<String> common = new TreeSet<>(at(before).keySet());
        common.retainAll(at(now).keySet());
        return common;
    }

    private Pair pair(int before, int now, Set<String> common) {
        SortedMap<String, Figure> was = at(before);
        SortedMap<String, Figure> is = at(now);
        was.keySet().retainAll(common);
        is.keySet().retainAll(common);
        Evidence evidence = Evidence.NONE;
        for (FigureSeries series : members) {
            String member = series.id().sector();
            if (common.contains(member)) {
                evidence = evidence.with(series, List.of(of(was, member), of(is, member)));
            }
        }
        for (FigureSeries series : members) {
            evidence = evidence.knowing(series);
        }
        return new Pair(period(before), period(now), values(was), values(is), evidence);
    }

    private static Figure of(SortedMap<String, Figure> held, String member) {
        return Objects.requireNonNull(held.get(member), member);
    }

    private static List<Double> values(SortedMap<String, Figure> held) {
        return held.values().stream().map(Figure::value).toList();
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
