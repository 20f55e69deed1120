package org.tidemark.validate;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells which unit of the catalogue is meant by another spelling of it, such as {@code %} by {@code percent}. */
final class UnitSpelling {
    private static final Map<String, String> SPELLINGS = Map.of(
            "%", "percent",
            "pct", "percent",
            "pc", "percent",
            "per_cent", "percent",
            "percentage", "percent",
            "pp", "percentage_points",
            "ppt", "percentage_points",
            "percentage_point", "percentage_points",
            "p.p.", "percentage_points");

    private UnitSpelling() {}

    /** The one of some units that is spelled otherwise; empty where it is another unit. */
    static Optional<String> of(String unit, Collection<String> units) {
        String plain = unit.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        String meant = SPELLINGS.getOrDefault(plain, plain);
        return units.stream().filter(meant::equals).findFirst();
    }
}
