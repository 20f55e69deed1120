package org.tidemark.catalogue;

import java.util.Map;

/**
 * How far figures are off, where their publisher gives no standard errors. Two things are told apart: the scatter of a figure
 * about what the source measures, and how far that may be from what its concept means, which is common to all its figures.
 *
 * @param noiseOf noise of economies whose figures are better or worse than the indicator's, in its unit, by economy
 * @param noiseCitation where the noise is from, or how it was measured; beginning with ASSUMED where nobody measured it
 * @param bias standard deviation of what the source may be off as a measure of its concept, in the indicator's unit; 0 where
 *     nothing is said
 * @param biasCitation where that is from, likewise
 */
public record SourceAccuracy(Map<String, Double> noiseOf, String noiseCitation, double bias, String biasCitation) {
    /** Nothing is said. */
    public static final SourceAccuracy UNSAID = new SourceAccuracy(Map.of(), "", 0, "");

    private static final String ASSUMED = "ASSUMED";

    public SourceAccuracy {
        noiseOf = Map.copyOf(noiseOf);
        noiseOf.forEach((economy, noise) -> require(noise, "noise_of " + economy));
        require(bias, "bias");
    }

    private static void require(double value, String what) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("%s is %s; it must be finite and not negative".formatted(what, value));
        }
    }

    /** Whether the words of a citation say that nobody measured it. */
    public static boolean isAssumed(String citation) {
        return citation.isEmpty() || citation.startsWith(ASSUMED);
    }
}
