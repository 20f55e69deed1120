package org.tidemark.series;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A series: one indicator of one economy and sector, from one source.
 *
 * @param indicator catalogue id, dotted: {@code adoption.firms.any_use}
 * @param economy ISO 3166-1 alpha-2, 3166-2 below it ({@code US-CA}), or an aggregate that the catalogue declares
 * @param sector {@code TOTAL}, or a code with its classification: {@code NAICS:51}, {@code INDEED:nursing}
 * @param source stable id of the publisher: {@code EUROSTAT}
 */
public record SeriesId(String indicator, String economy, String sector, String source) implements Comparable<SeriesId> {
    public static final String TOTAL = "TOTAL";

    private static final Comparator<SeriesId> ORDER = Comparator.comparing(SeriesId::economy)
            .thenComparing(SeriesId::sector)
            .thenComparing(SeriesId::indicator)
            .thenComparing(SeriesId::source);
    private static final Pattern INDICATOR = Pattern.compile("[a-z][a-z0-9_]{0,39}(\\.[a-z0-9_]{1,40}){1,5}");
    private static final Pattern ECONOMY = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?|[A-Z][A-Z0-9_]{2,23}");
    private static final Pattern SECTOR = Pattern.compile("TOTAL|[A-Z][A-Z0-9_]{0,15}:[A-Za-z0-9._-]{1,64}");
    private static final Pattern SOURCE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public SeriesId {
        requireIndicator(indicator);
        requireEconomy(economy);
        require(SECTOR, sector, "sector", "TOTAL, or a code with its classification such as NAICS:51");
        require(SOURCE, source, "source", "capitals, digits and underscores such as CENSUS_BTOS");
    }

    /** Refuses an id that no series can have. */
    public static void requireIndicator(String indicator) {
        require(INDICATOR, indicator, "indicator", "lower case with dots, such as adoption.firms.any_use");
    }

    /** Refuses an economy that no series can have, whether or not a catalogue knows it. */
    public static void requireEconomy(String economy) {
        require(ECONOMY, economy, "economy", "ISO 3166 such as DE or US-CA, or an aggregate such as EU27");
    }

    private static void require(Pattern form, String text, String what, String remedy) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s '%s' is not well formed; write %s".formatted(what, Excerpt.of(text), remedy));
        }
    }

    @Override
    public int compareTo(SeriesId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return indicator + "|" + economy + "|" + sector + "|" + source;
    }
}
