package org.tidemark.accuracy;

/** Numbers that look drawn and are the same on every machine: SplitMix64 (Steele, Lea and Flood 2014). */
final class Draws {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final int TOP_BITS = 33;

    private long state;

    Draws(long seed) {
        this.state = seed;
    }

    /**
     * From 0 to below a bound; the smaller ones are likelier by less than bound / 2^31.
     *
     * @param bound above 0
     */
    int below(int bound) {
        return (int) (next() >>> TOP_BITS) % bound;
    }

    private long next() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
