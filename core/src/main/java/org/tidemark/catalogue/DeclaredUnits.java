package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The units that figures of a family may have, as the catalogue declares them. */
final class DeclaredUnits {
    private static final Pattern UNIT = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private DeclaredUnits() {}

    /** The default is one of them whether or not it is listed. */
    static List<String> of(String where, String unit, @Nullable List<String> listed) {
        List<String> units = new ArrayList<>(List.of(unit));
        for (String other : listed == null ? List.<String>of() : listed) {
            if (!UNIT.matcher(other).matches()) {
                throw new IllegalArgumentException(
                        "catalogue: %s: units: '%s' is no unit; write lower case with underscores, such as billion_usd"
                                .formatted(where, other));
            }
            if (!units.contains(other)) {
                units.add(other);
            }
        }
        return units;
    }
}
