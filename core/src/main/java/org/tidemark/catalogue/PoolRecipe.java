package org.tidemark.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the sources and concepts of one economy become one estimate.
 *
 * @param concepts that pool, in the order in which one is preferred as anchor
 * @param anchors by economy, the concept that is its anchor wherever it is held
 * @param concept bias of a concept against the anchor, shared by its sources
 * @param wanderOf wander of single concepts, where figures that came say another one, by concept
 * @param source bias of a source against the others of its concept
 * @param noiseScale factor on the noise of the level and its speed, of those that the bank of filters mixes
 * @param driftBound a source whose drift is further from 0 than this is flagged
 * @param regimes changes of definition: the declared breaks that say from when
 */
public record PoolRecipe(
        List<String> concepts,
        SortedMap<String, String> anchors,
        BiasSpread concept,
        Map<String, Double> wanderOf,
        BiasSpread source,
        double noiseScale,
        double driftBound,
        List<BiasRegime> regimes) {
    private static final int COUNTRY_LETTERS = 2;

    public PoolRecipe {
        concepts = List.copyOf(concepts);
        anchors = Collections.unmodifiableSortedMap(new TreeMap<>(anchors));
        regimes = List.copyOf(regimes);
        wanderOf = Map.copyOf(wanderOf);
        for (Map.Entry<String, Double> own : wanderOf.entrySet()) {
            if (!concepts.contains(own.getKey()) || !(own.getValue() >= 0)) {
                throw new IllegalArgumentException(
                        "catalogue: pool: wander_of %s is %s; name a concept that pools, and logits that are not negative"
                                .formatted(own.getKey(), own.getValue()));
            }
        }
        for (Map.Entry<String, String> anchor : anchors.entrySet()) {
            if (!concepts.contains(anchor.getValue())) {
                throw new IllegalArgumentException(
                        "catalogue: pool: anchor %s of %s does not pool; name one of the concepts %s"
                                .formatted(anchor.getValue(), anchor.getKey(), String.join(", ", concepts)));
            }
        }
        if (!(noiseScale > 0 && Double.isFinite(noiseScale))) {
            throw new IllegalArgumentException(
                    "catalogue: pool: noise_scale %s; it must be finite and above 0".formatted(noiseScale));
        }
        if (!(driftBound > 0)) {
            throw new IllegalArgumentException(
                    "catalogue: pool: drift_bound %s; it must be above 0 standard deviations".formatted(driftBound));
        }
    }

    /** What a year adds to the bias of a concept, logits. */
    public double wander(String ofConcept) {
        return wanderOf.getOrDefault(ofConcept, concept.wander());
    }

    /** The concept to prefer as anchor; a part of a country has that of its country; null where none is named. */
    public @Nullable String anchor(String economy) {
        String own = anchors.get(economy);
        boolean part = economy.length() > COUNTRY_LETTERS && economy.charAt(COUNTRY_LETTERS) == '-';
        return own == null && part ? anchors.get(economy.substring(0, COUNTRY_LETTERS)) : own;
    }
}
