package org.tidemark.estimate;

import java.util.Arrays;

/**
 * What the bank of filters believes after some readings. Immutable; equal when equal bit by bit.
 *
 * <p>As an array ({@link #toArray}), {@value #LENGTH} doubles: time, number of readings, then for each of the 16 models x, v, P11, P12, P22 (link units, years) and its weight.
 */
public final class BankState {
    static final int TIME = 0;
    static final int READINGS = 1;
    static final int HEADER = 2;
    static final int FIELDS = 6;
    static final int W = 5;
    /** Length of the array form. */
    public static final int LENGTH = HEADER + FIELDS * BankModel.MODELS;

    private final double[] numbers;

    private BankState(double[] numbers) {
        this.numbers = numbers;
    }

    /** Takes the array over; the caller must not keep it. */
    static BankState owning(double[] numbers) {
        return new BankState(numbers);
    }

    /**
     * The inverse of {@link #toArray}, bit for bit.
     *
     * @throws IllegalArgumentException when the length is not {@value #LENGTH} or a number is not finite
     */
    public static BankState fromArray(double[] numbers) {
        if (numbers.length != LENGTH) {
            throw new IllegalArgumentException("a bank state has %d numbers, got %d; was it stored by %s?"
                    .formatted(LENGTH, numbers.length, BankModel.VERSION));
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException(
                        "number %d of a bank state is %s; it must be finite: rebuild the state from its figures"
                                .formatted(i, numbers[i]));
            }
        }
        return new BankState(numbers.clone());
    }

    /** A copy, for a state store. */
    public double[] toArray() {
        return numbers.clone();
    }

    /** Event time that the beliefs are about, fractional calendar years. */
    public double time() {
        return numbers[TIME];
    }

    /** How many readings were folded in. */
    public int readings() {
        return (int) numbers[READINGS];
    }

    /** Weight of a model, 0 to 1; the weights sum to 1. */
    public double weight(int model) {
        return numbers[at(model) + W];
    }

    /** Share at the centre of what one model believes, 0 to 1. */
    public double share(int model) {
        return BankModel.link(model).share(numbers[at(model)]);
    }

    /** Mean of the models' shares, by weight. The published level is the median: see {@link PenetrationReport}. */
    public double meanShare() {
        double mean = 0;
        for (int m = 0; m < BankModel.MODELS; m++) {
            mean += weight(m) * share(m);
        }
        return mean;
    }

    /** Where the numbers of a model begin. */
    static int at(int model) {
        return HEADER + FIELDS * model;
    }

    /** One number of one model, by its {@link OuStep} offset. */
    double number(int model, int offset) {
        return numbers[at(model) + offset];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BankState that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "BankState[time %s, readings %d, mean share %s]".formatted(time(), readings(), meanShare());
    }
}
