package org.tidemark.alert;

import java.time.Instant;

/**
 * An instant of publication that speaks for an alert.
 *
 * @param probability that the rule's condition held then
 * @param releases what was published, for people: {@code CENSUS_BTOS 202520}
 */
public record SupportingRelease(Instant published, double probability, String releases) {
    /** A release with its source, for people; many releases are named after their source. */
    public static String release(String source, String release) {
        return release.startsWith(source) ? release : source + " " + release;
    }
}
