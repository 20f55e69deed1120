package org.tidemark.measure;

import org.tidemark.catalogue.MeasureRecipe;
import org.tidemark.figures.GrowingList;

/**
 * Two series of one economy, period by period, and the filters over them. Asked again of series that have changed a little it
 * goes on from what it has; what it says is a function of the series alone.
 */
final class PairCourse {
    private final Pairs pairs;
    private final double factor;
    private final double bound;
    private int below;
    private GrowingList<Point> differences = GrowingList.empty();
    private final LevelFold ofA = new LevelFold();
    private final LevelFold ofB = new LevelFold();
    private final LevelFold ofDifferences = new LevelFold();

    /**
     * Without figures.
     *
     * @param gather what several columns of a part are together
     * @param factor of the differences
     * @param bound of a difference, below which it is counted
     */
    PairCourse(MeasureRecipe.Gather gather, double factor, double bound) {
        this.pairs = new Pairs(gather);
        this.factor = factor;
        this.bound = bound;
    }

    /** Takes both parts as they are now. */
    void take(Parts parts) {
        int kept = pairs.take(parts);
        differences.subList(kept, differences.size()).forEach(x -> below -= x.value() < bound ? 1 : 0);
        differences = differences.first(kept);
        for (int i = kept; i < size(); i++) {
            Point difference = difference(pairs.one().get(i), pairs.other().get(i));
            differences = differences.with(difference);
            below += difference.value() < bound ? 1 : 0;
        }
    }

    private Point difference(Point one, Point other) {
        return new Point(
                one.period(),
                one.time(),
                factor * (one.value() - other.value()),
                factor * factor * (one.variance() + other.variance()));
    }

    int size() {
        return pairs.size();
    }

    Point newest() {
        return pairs.one().get(size() - 1);
    }

    Point newestOther() {
        return pairs.other().get(size() - 1);
    }

    /** The share of its periods in which the difference lay below the bound. */
    double below() {
        return (double) below / size();
    }

    /** In how many periods the one lay above a bound, and the other not above another. */
    int held(double above, double atMost) {
        int held = 0;
        for (int i = 0; i < size(); i++) {
            held += pairs.one().get(i).value() > above && pairs.other().get(i).value() <= atMost ? 1 : 0;
        }
        return held;
    }

    LevelFilter difference() {
        return ofDifferences.of(differences);
    }

    LevelFilter one() {
        return ofA.of(pairs.one());
    }

    LevelFilter other() {
        return ofB.of(pairs.other());
    }

    /** How much the surprises of both have in common, as {@link #one} and {@link #other} were asked last. */
    double correlation() {
        return ofA.correlation(ofB);
    }
}
