package org.tidemark.measure;

import java.util.ArrayList;
import java.util.List;
import org.tidemark.catalogue.ContrastFilter;
import org.tidemark.estimate.GaussianSpeed;
import org.tidemark.estimate.Season;
import org.tidemark.estimate.SeasonalWave;

/**
 * The gaps that were measured, and how their season is kept out.
 *
 * @param held in the order of time
 * @param season how; ABSENT where nothing is held
 */
record GapSeries(List<Point> held, Season season) {
    /** Years without a wave through which the mean of a year would be drawn by a straight line. */
    private static final double HOLE_MAX = 0.2;

    GapSeries(List<Point> held, boolean unadjusted) {
        this(List.copyOf(held), held.isEmpty() ? Season.ABSENT : Season.of(unadjusted, times(held), days(held)));
    }

    /** What is believed of them at each period that something can be said of without the season. */
    ContrastPath path(ContrastFilter filter, boolean log) {
        return switch (season) {
            case STATES -> ContrastPath.foldSeasonal(held, filter, log ? SeasonalWave.OF_LOGS : SeasonalWave.OF_POINTS);
            case YEAR_BEFORE -> ContrastPath.ofYears(years(filter), filter);
            default -> ContrastPath.fold(held, filter);
        };
    }

    /** At each gap that has one of the same wave a year before, and no long hole between the two. */
    private List<ContrastPath.State> years(ContrastFilter filter) {
        int[] before = Season.yearBefore(times(held), days(held));
        List<ContrastPath.State> years = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            if (before[i] >= 0 && !isHollow(before[i], i)) {
                years.add(new ContrastPath.State(held.get(i), year(before[i], i, filter)));
            }
        }
        return years;
    }

    private boolean isHollow(int from, int to) {
        for (int i = from + 1; i <= to; i++) {
            if (held.get(i).time() - held.get(i - 1).time() > HOLE_MAX) {
                return true;
            }
        }
        return false;
    }

    /**
     * What one year says of the level at its end: in the mean M over a whole year and in the change D over it there is no
     * season, and on a straight line the end is at M + D/2. Besides the errors of the two ends, a level that wanders by s a
     * root year is off that line by s^2/12, a speed that does by s^2/120, and the speed of the end off that of the year by s^2/3.
     */
    private GaussianSpeed year(int from, int to, ContrastFilter filter) {
        double change = held.get(to).value() - held.get(from).value();
        double ends = ContrastPath.variance(held.get(to), filter) + ContrastPath.variance(held.get(from), filter);
        double ofLevel = filter.levelNoise() * filter.levelNoise();
        double ofSpeed = filter.speedNoise() * filter.speedNoise();
        return new GaussianSpeed(
                mean(from, to) + change / 2,
                change,
                ends / 4 + ofLevel / 12 + ofSpeed / 120,
                ends / 2,
                ends + ofLevel + ofSpeed / 3);
    }

    /** Over time, by trapezoids: waves that are missing do not tilt it. */
    private double mean(int from, int to) {
        double area = 0;
        for (int i = from + 1; i <= to; i++) {
            double step = held.get(i).time() - held.get(i - 1).time();
            area += step * (held.get(i).value() + held.get(i - 1).value()) / 2;
        }
        return area / (held.get(to).time() - held.get(from).time());
    }

    private static double[] times(List<Point> gaps) {
        return gaps.stream().mapToDouble(Point::time).toArray();
    }

    private static double days(List<Point> gaps) {
        return (double) gaps.get(gaps.size() - 1).period().days();
    }
}
