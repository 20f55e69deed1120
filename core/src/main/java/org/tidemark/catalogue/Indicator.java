package org.tidemark.catalogue;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one indicator, family defaults filled in.
 *
 * @param id dotted id
 * @param title one line for people
 * @param role what it is good for
 * @param concept what a share is a share of; indicators of one concept measure the same thing: {@code firms.any_use}
 * @param definition unit counted, weight, recall window and wording, in prose
 * @param unit {@code percent}, {@code index}, {@code persons}, ...
 * @param frequency {@code annual}, {@code biweekly}, {@code daily}, ... or {@code irregular}
 * @param transform link on which it is filtered: {@code logit}, {@code log} or {@code none}
 * @param noise standard error assumed where none is published, in {@code unit}; 0 when the engine's own noise is enough
 * @param accuracy noise of single economies, and what else is known of how far its figures are off
 * @param minimum lowest value that can be true, in {@code unit}
 * @param maximum highest value that can be true, in {@code unit}
 * @param tolerance two values no further apart than this are the same value, in {@code unit}
 * @param lag usual time from the end of the period to publication, where the source has none of its own
 * @param thinning which figures an estimator reads
 * @param season whether a season is left in the figures
 * @param citation where the definition is from
 * @param standsFor aggregates whose figure may also stand for economies that have none of their own, with those economies
 */
public record Indicator(
        String id,
        String title,
        Role role,
        String concept,
        String definition,
        String unit,
        String frequency,
        String transform,
        double noise,
        SourceAccuracy accuracy,
        double minimum,
        double maximum,
        double tolerance,
        @Nullable Period lag,
        Thinning thinning,
        Seasonality season,
        String citation,
        Map<String, List<String>> standsFor) {
    public Indicator {
        standsFor = AggregateProxy.copyOf(standsFor);
        if (!(minimum <= maximum)) {
            throw new IllegalArgumentException("indicator %s: range [%s, %s] is empty; write the lower bound first"
                    .formatted(id, minimum, maximum));
        }
        if (!(noise >= 0) || !(tolerance >= 0)) {
            throw new IllegalArgumentException(
                    "indicator %s: noise %s and tolerance %s must not be negative".formatted(id, noise, tolerance));
        }
    }

    /** Standard error assumed of a figure of an economy where none is published, in {@code unit}. */
    public double noise(String economy) {
        return accuracy.noiseOf().getOrDefault(economy, noise);
    }

    /** Whether a value can be true, bounds included. */
    public boolean admits(double value) {
        return value >= minimum && value <= maximum;
    }
}
