package org.tidemark.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tidemark.series.Excerpt;
import org.tidemark.series.SeriesId;

/** What to write for an economy instead of what somebody wrote. */
public final class EconomyCodes {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LONG_CODES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    /** Of the codes that ISO 3166-1 leaves to its users the one that all publishers use alike; decision 0026. */
    private static final String KOSOVO = "XK";

    private static final EconomyNames OTHERS = EconomyNames.otherCodes();

    /** The Union and the euro area as they were, or as they are at any time. */
    private static final Pattern UNION = Pattern.compile("EU\\d{2}(_\\d{4})?|EU\\d{2}-\\d{4}|EU_?V");

    private static final Pattern EURO_AREA = Pattern.compile("EA(\\d{2}(_\\d{4})?)?|EMU|XC|U2|I[5-8]");

    private static final Pattern PART = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    private EconomyCodes() {}

    /** Whether it is a country of ISO 3166-1 or Kosovo (XK), or a part of one. */
    static boolean isCountry(String economy) {
        String country = economy.length() > 3 && economy.charAt(2) == '-' ? economy.substring(0, 2) : economy;
        return COUNTRIES.contains(country) || country.equals(KOSOVO);
    }

    /**
     * Refuses aggregates that no figure could be told from a country's.
     *
     * @throws IllegalArgumentException in one line, for a name that is a country's or that no series can have
     */
    static void requireNoCountry(Map<String, String> aggregates) {
        aggregates.forEach((code, title) -> {
            try {
                SeriesId.requireEconomy(code);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("catalogue: aggregates: " + e.getMessage(), e);
            }
            if (isCountry(code) || LONG_CODES.contains(code)) {
                throw new IllegalArgumentException(
                        "catalogue: aggregates: '%s' (%s) is a country of ISO 3166, and its figures could not be told from the country's; name the aggregate otherwise, such as %s_REGION"
                                .formatted(code, title, code.replace('-', '_')));
            }
        });
    }

    /** Why an economy that a catalogue does not know is refused, and the remedy. */
    public static String advice(String economy, Catalogue catalogue) {
        String shown = Excerpt.of(economy);
        Optional<String> meant = meant(economy, catalogue);
        if (meant.isPresent()) {
            return "%s: write %s; economies go by ISO 3166 or the catalogue's aggregates".formatted(shown, meant.get());
        }
        String code = economy.strip().toUpperCase(Locale.ROOT);
        if (UNION.matcher(code).matches() || EURO_AREA.matcher(code).matches()) {
            String known = UNION.matcher(code).matches() ? "EU27" : "EA20";
            return "economy '%s' has not the same members as %s (%s); declare it under 'aggregates:' in a file and pass --catalogue FILE"
                    .formatted(shown, known, catalogue.aggregates().getOrDefault(known, known));
        }
        return "economy '%s' is neither ISO 3166 nor a declared aggregate; write its code such as DE or US-CA, or declare it under 'aggregates:' in a file and pass --catalogue FILE"
                .formatted(shown);
    }

    /** The code of the same economy that the catalogue knows; empty when that is not certain. */
    public static Optional<String> meant(String economy, Catalogue catalogue) {
        String upper = economy.strip().toUpperCase(Locale.ROOT);
        if (catalogue.knowsEconomy(upper)) {
            return Optional.of(upper);
        }
        Optional<String> whole = OTHERS.economy(economy)
                .or(() -> catalogue.economyNames().economy(economy))
                .filter(catalogue::knowsEconomy);
        return whole.isPresent() ? whole : ofPart(upper, catalogue);
    }

    /** A part of a country, whose country is called otherwise: {@code UK-ENG}. */
    private static Optional<String> ofPart(String economy, Catalogue catalogue) {
        int dash = Math.max(economy.indexOf('-'), economy.indexOf('_'));
        return dash < 2
                ? Optional.empty()
                : OTHERS.economy(economy.substring(0, dash))
                        .or(() -> Optional.of(economy.substring(0, dash)))
                        .map(country -> country + "-" + economy.substring(dash + 1))
                        .filter(part -> PART.matcher(part).matches())
                        .filter(catalogue::knowsEconomy);
    }
}
