package org.tidemark.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which periods figures may be about, and when they may have become public. Immutable. */
public final class TimeBounds {
    /** Bounds of a catalogue that says nothing of them. */
    static final TimeBounds DEFAULT = new TimeBounds(
            new Range(LocalDate.of(1700, 1, 1), Period.ofYears(2), Period.ofYears(100)),
            new Publication(
                    Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"), Duration.ofDays(1)),
            Map.of(),
            Map.of());

    /**
     * Periods.
     *
     * @param from no figure is about a day before
     * @param ahead a period ends at most so long after its figure became public
     * @param claimsAhead the same for claims, which speak of the future
     */
    record Range(LocalDate from, Period ahead, Period claimsAhead) {}

    /**
     * Publications.
     *
     * @param from nothing became public before, unless that follows from a usual lag or stands in the catalogue
     * @param until nothing becomes public then or later
     * @param ahead how far after a clock a publication may lie, since clocks differ
     */
    public record Publication(Instant from, Instant until, Duration ahead) {}

    /**
     * What differs for an indicator, a family or a source; null is as usual.
     *
     * @param publishedFrom of sources alone
     */
    record Own(@Nullable LocalDate from, @Nullable Period ahead, @Nullable Instant publishedFrom) {}

    private final Range periods;
    private final Publication publication;
    private final SortedMap<String, Own> indicators;
    private final SortedMap<String, Own> sources;

    TimeBounds(Range periods, Publication publication, Map<String, Own> indicators, Map<String, Own> sources) {
        if (!publication.from().isBefore(publication.until())
                || publication.ahead().isNegative()) {
            throw new IllegalArgumentException(
                    "catalogue: bounds: published_from %s must lie before published_until %s, and published_ahead %s not be negative"
                            .formatted(publication.from(), publication.until(), publication.ahead()));
        }
        this.periods = periods;
        this.publication = publication;
        this.indicators = new TreeMap<>(indicators);
        this.sources = new TreeMap<>(sources);
    }

    /** The first day that a figure may be about: what its source has of its own, else its indicator or family. */
    public LocalDate periodsFrom(Indicator indicator, String source) {
        Own ofSource = sources.get(source);
        if (ofSource != null && ofSource.from() != null) {
            return ofSource.from();
        }
        Own own = own(indicator.id(), true);
        return own == null || own.from() == null ? periods.from() : own.from();
    }

    /** How long after its publication a figure's period may end. */
    public Period periodsAhead(Indicator indicator, String source) {
        Own ofSource = sources.get(source);
        if (ofSource != null && ofSource.ahead() != null) {
            return ofSource.ahead();
        }
        Own own = own(indicator.id(), false);
        if (own != null && own.ahead() != null) {
            return own.ahead();
        }
        return indicator.role() == Role.CLAIM ? periods.claimsAhead() : periods.ahead();
    }

    /** The entry of an id, else of the longest of its families that says something of the field. */
    private @Nullable Own own(String id, boolean from) {
        Own exact = indicators.get(id);
        if (exact != null && says(exact, from)) {
            return exact;
        }
        Own longest = null;
        // In order of the ids, of two prefixes of one id the longer comes later.
        for (Map.Entry<String, Own> entry : indicators.headMap(id).entrySet()) {
            boolean family = entry.getKey().endsWith(".") && id.startsWith(entry.getKey());
            longest = family && says(entry.getValue(), from) ? entry.getValue() : longest;
        }
        return longest;
    }

    private static boolean says(Own own, boolean from) {
        return from ? own.from() != null : own.ahead() != null;
    }

    /** When a source may have published first. */
    public Instant publishedFrom(String source) {
        Own own = sources.get(source);
        return own == null || own.publishedFrom() == null ? publication.from() : own.publishedFrom();
    }

    public Publication publication() {
        return publication;
    }

    /** The last instant of publication that is believed when the clock says {@code now}. */
    public Instant latest(Instant now) {
        return now.plus(publication.ahead());
    }
}
