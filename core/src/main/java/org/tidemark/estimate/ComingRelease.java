package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * A release that has not come: when its figures will be about, and how exact they are. Its figures are not known, but how
 * they are distributed is, by the filters that are going to read them.
 *
 * @param times event times of its figures, rising, none before the state that reads them
 * @param standardError of each, as a share
 */
public record ComingRelease(List<Double> times, double standardError) {
    /** How many equally probable courses stand for all: a probability is told to a hundredth, nearly. */
    public static final int PATHS = 127;

    /** Fractions of square roots of primes: places of the second figure and later ones, as in a lattice of Kronecker. */
    private static final double[] STEPS = {
        0.41421356237309515, 0.7320508075688772, 0.2360679774997898, 0.6457513110645907,
        0.3166247903554, 0.605551275463989, 0.12310562561766059, 0.358898943540674
    };

    public ComingRelease {
        times = List.copyOf(times);
        if (times.isEmpty() || times.size() > STEPS.length + 1) {
            throw new IllegalArgumentException(
                    "a release of %d figures; it must have 1 to %d".formatted(times.size(), STEPS.length + 1));
        }
    }

    /**
     * The states after the release in {@value #PATHS} equally probable courses: each figure is drawn, at the places of a
     * fixed lattice, from what the filters expect after the ones before it, and is read as any figure is.
     */
    public List<BankState> outcomes(BankState before) {
        List<BankState> outcomes = new ArrayList<>(PATHS);
        for (int path = 0; path < PATHS; path++) {
            BankState state = before;
            for (int figure = 0; figure < times.size(); figure++) {
                double time = times.get(figure);
                NextFigure next = new NextFigure(FilterBank.predict(state, time - state.time()), standardError);
                state = FilterBank.update(
                        state, new Measurement(time, next.quantile(place(path, figure)), standardError));
            }
            outcomes.add(state);
        }
        return outcomes;
    }

    private static double place(int path, int figure) {
        if (figure == 0) {
            return (path + 0.5) / PATHS;
        }
        double place = 0.5 + (path + 1) * STEPS[figure - 1];
        return place - Math.floor(place);
    }
}
