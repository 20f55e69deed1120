package org.tidemark.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tidemark.figures.GrowingLists;

/**
 * Two series of one economy, period by period, and the filters over them. Asked again of series that have changed a little it
 * goes on from what it has; what it says is a function of the series alone.
 */
final class PairCourse {
    private final double factor;
    private final double bound;
    private int below;
    private List<Point> first = List.of();
    private List<Point> second = List.of();
    private final List<Point> a = new ArrayList<>();
    private final List<Point> b = new ArrayList<>();
    private final List<Point> differences = new ArrayList<>();
    private final LevelFold ofA = new LevelFold();
    private final LevelFold ofB = new LevelFold();
    private final LevelFold ofDifferences = new LevelFold();

    /**
     * Without figures.
     *
     * @param factor of the differences
     * @param bound of a difference, below which it is counted
     */
    PairCourse(double factor, double bound) {
        this.factor = factor;
        this.bound = bound;
    }

    /** Takes the series as they are now, in the order of time. */
    void take(List<Point> one, List<Point> other) {
        int kept = Math.min(kept(a, first, one), kept(b, second, other));
        differences.subList(kept, differences.size()).forEach(x -> below -= x.value() < bound ? 1 : 0);
        List.of(a, b, differences).forEach(its -> its.subList(kept, its.size()).clear());
        first = one;
        second = other;
        int i = kept == 0 ? 0 : Collections.binarySearch(first, a.get(kept - 1), Point.BY_TIME) + 1;
        int j = kept == 0 ? 0 : Collections.binarySearch(second, b.get(kept - 1), Point.BY_TIME) + 1;
        while (i < first.size() && j < second.size()) {
            int order = Point.BY_TIME.compare(first.get(i), second.get(j));
            if (order == 0) {
                add(first.get(i), second.get(j));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
    }

    /** How many of the points that were taken out of a series are still in it, with all before them. */
    private static int kept(List<Point> taken, List<Point> before, List<Point> now) {
        int same = GrowingLists.alike(before, now);
        if (same == before.size()) {
            return taken.size();
        }
        int kept = taken.size();
        while (kept > 0 && Point.BY_TIME.compare(taken.get(kept - 1), before.get(same)) >= 0) {
            kept--;
        }
        return kept;
    }

    private void add(Point one, Point other) {
        a.add(one);
        b.add(other);
        Point difference = new Point(
                one.period(),
                one.time(),
                factor * (one.value() - other.value()),
                factor * factor * (one.variance() + other.variance()));
        differences.add(difference);
        below += difference.value() < bound ? 1 : 0;
    }

    int size() {
        return a.size();
    }

    Point newest() {
        return a.get(a.size() - 1);
    }

    Point newestOther() {
        return b.get(b.size() - 1);
    }

    /** The share of its periods in which the difference lay below the bound. */
    double below() {
        return (double) below / size();
    }

    /** In how many periods the one lay above a bound, and the other not above another. */
    int held(double above, double atMost) {
        int held = 0;
        for (int i = 0; i < size(); i++) {
            held += a.get(i).value() > above && b.get(i).value() <= atMost ? 1 : 0;
        }
        return held;
    }

    LevelFilter difference() {
        return ofDifferences.of(differences);
    }

    LevelFilter one() {
        return ofA.of(a);
    }

    LevelFilter other() {
        return ofB.of(b);
    }

    /** How much the surprises of both have in common, as {@link #one} and {@link #other} were asked last. */
    double correlation() {
        return ofA.correlation(ofB);
    }
}
