package org.tidemark.estimate;

/**
 * The engine: 16 Kalman filters of a share, weighted by how well each foretold the figures. Pure functions; the state
 * after a series of readings is the fold of {@link #update} over them in order of time. Formulas and sources stand in
 * {@code docs/methods.md}; parameters in {@link BankModel}.
 */
public final class FilterBank {
    private FilterBank() {}

    /**
     * A state with the log-likelihood of the reading that led to it.
     *
     * @param logLikelihood log density of the reading's share (per unit of share), given all before it
     */
    public record Step(BankState state, double logLikelihood) {}

    /** The belief after the first reading of a series, at the speed that technologies had at its level. */
    public static BankState begin(Measurement first) {
        return begin(first, StartSpeed.atLevel(first.share()));
    }

    /** The belief after the first reading of a series, with a speed that is given. */
    public static BankState begin(Measurement first, StartSpeed start) {
        double[] numbers = new double[BankState.LENGTH];
        numbers[BankState.TIME] = first.time();
        numbers[BankState.READINGS] = 1;
        for (int m = 0; m < BankModel.MODELS; m++) {
            BankKernel.begin(numbers, m, first, start);
        }
        return BankState.owning(numbers);
    }

    /**
     * Folds the next reading in, which may be of the same time.
     *
     * @throws IllegalArgumentException when {@code next} is earlier than {@code prior}
     */
    public static BankState update(BankState prior, Measurement next) {
        return step(prior, next).state();
    }

    /**
     * Like {@link #update}, with the log-likelihood.
     *
     * @throws IllegalArgumentException when {@code next} is earlier than {@code prior}
     */
    public static Step step(BankState prior, Measurement next) {
        double years = next.time() - prior.time();
        if (!(years >= 0)) {
            throw new IllegalArgumentException(
                    "reading of %s comes after a state of %s; replay from a checkpoint at or before the reading"
                            .formatted(next.time(), prior.time()));
        }
        double[] numbers = prior.toArray();
        BankKernel.advance(numbers, years);
        double logLikelihood = BankKernel.observe(numbers, years, next);
        numbers[BankState.TIME] = next.time();
        numbers[BankState.READINGS]++;
        return new Step(BankState.owning(numbers), logLikelihood);
    }

    /**
     * What is believed of the level some years on, without new figures. The weights stay as they are: only figures can
     * tell the models apart. A prediction is for looking at; go on folding from the state that it was made of.
     *
     * @param years not negative
     * @throws IllegalArgumentException when {@code years} is negative or not finite
     */
    public static BankState predict(BankState s, double years) {
        return predict(s, years, PooledSpeeds.NONE);
    }

    /** The same, leaning on how fast others move at the levels that it passes. */
    public static BankState predict(BankState s, double years, PooledSpeeds others) {
        double[] numbers = s.toArray();
        BankKernel.advance(numbers, years, others);
        numbers[BankState.TIME] += years;
        return BankState.owning(numbers);
    }
}
