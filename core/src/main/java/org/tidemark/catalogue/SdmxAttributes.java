package org.tidemark.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the columns of SDMX files say of a value, by name and whatever their case.
 *
 * @param multipliers columns of powers of ten
 * @param standardErrors columns of standard errors
 * @param unitColumns columns of units
 * @param units our units by the agencies' codes
 * @param currencies columns of currencies
 * @param neutral codes by which a column says nothing
 * @param ignored columns that say nothing of the value
 */
public record SdmxAttributes(
        List<String> multipliers,
        List<String> standardErrors,
        List<String> unitColumns,
        Map<String, String> units,
        List<String> currencies,
        List<String> neutral,
        List<String> ignored) {
    /** Nothing is known of any column. */
    public static final SdmxAttributes NONE =
            new SdmxAttributes(List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());

    public SdmxAttributes {
        multipliers = List.copyOf(multipliers);
        standardErrors = List.copyOf(standardErrors);
        unitColumns = List.copyOf(unitColumns);
        Map<String, String> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.putAll(units);
        units = inAnyCase;
        currencies = List.copyOf(currencies);
        neutral = List.copyOf(neutral);
        ignored = List.copyOf(ignored);
    }

    /** Whether a list has a name, whatever its case. */
    public static boolean has(Collection<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether a code says nothing. */
    public boolean isNeutral(String code) {
        return code.isEmpty() || has(neutral, code);
    }

    /** Our unit of an agency's code; the code in small letters where the catalogue has no line for it. */
    public String unit(String code) {
        return units.getOrDefault(code, code.toLowerCase(Locale.ROOT));
    }
}
