package org.tidemark.catalogue;

import java.util.Locale;

/**
 * What must be so for an alert.
 *
 * @param kind what is looked at
 * @param threshold of a level in the unit of its measure, of a change of speed in logits a year; 0 where the kind has none
 * @param stage germination, growth or maturity; empty where the kind has none
 * @param term whose value is the probability; empty for the estimate itself, or where the kind has none
 */
public record AlertCondition(Kind kind, double threshold, String stage, String term) {
    /** Whether it has a threshold. */
    public boolean hasThreshold() {
        return kind.hasThreshold();
    }

    /** What of an estimate, or of a release, a rule looks at. */
    public enum Kind {
        /** The level in the newest period is above the threshold. */
        LEVEL_ABOVE,
        /** The level in the newest period is below the threshold. */
        LEVEL_BELOW,
        /** The level in the newest period is below zero. */
        NEGATIVE,
        /** Diffusion is in the stage. */
        STAGE,
        /** Diffusion is faster than what was said a year before, by more than the threshold. */
        SPEED_UP,
        /** Diffusion is slower than what was said a year before, by more than the threshold. */
        SPEED_DOWN,
        /** Economies drift apart on every scale. */
        DIVERGING,
        /** Economies come together on every scale. */
        CONVERGING,
        /** A source drifts from the pool of all of them. */
        DRIFT,
        /** The estimate, or a term of it, is a probability: that one. */
        PROBABLE,
        /** A release is in quarantine. */
        HELD;

        /** As it is written in rules. */
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the rule reads estimates; else it reads judgements of releases. */
        public boolean isOfEstimates() {
            return this != HELD;
        }

        boolean hasThreshold() {
            return this == LEVEL_ABOVE || this == LEVEL_BELOW || this == SPEED_UP || this == SPEED_DOWN;
        }
    }
}
