package org.tidemark.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What is assumed of a number that nobody measured here, with who says so.
 *
 * @param name {@code profitable_share}
 * @param mean in {@code unit}
 * @param observations of a share: the weight of the mean in observations (effective n of a Beta); null where {@code
 *     standardDeviation} is given
 * @param standardDeviation of any other number, in {@code unit}; null where {@code observations} is given
 * @param unit {@code share} for 0 to 1
 * @param citation who says so
 */
public record Prior(
        String name,
        double mean,
        @Nullable Double observations,
        @Nullable Double standardDeviation,
        String unit,
        String citation) {
    public Prior {
        if ((observations == null) == (standardDeviation == null)) {
            throw new IllegalArgumentException(
                    "catalogue: prior %s: give either observations (of a share) or sd".formatted(name));
        }
        if (observations != null && !(mean > 0 && mean < 1 && observations > 0)) {
            throw new IllegalArgumentException(
                    "catalogue: prior %s: mean %s with %s observations; a share lies between 0 and 1, with more than 0 observations"
                            .formatted(name, mean, observations));
        }
        if (standardDeviation != null && !(standardDeviation >= 0)) {
            throw new IllegalArgumentException(
                    "catalogue: prior %s: sd %s must not be negative".formatted(name, standardDeviation));
        }
        if (citation.isBlank()) {
            throw new IllegalArgumentException("catalogue: prior %s: citation is missing".formatted(name));
        }
    }
}
