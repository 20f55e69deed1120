package org.tidemark.producers.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.catalogue.SdmxAttributes;
import org.tidemark.catalogue.SdmxMapping;
import org.tidemark.producers.text.Header;
import org.tidemark.producers.text.Row;
import org.tidemark.producers.text.SourceExcerpt;
import org.tidemark.validate.RejectReason;

/**
 * What the columns of a row say of its value, for one kind of row: by which power of ten it is to be multiplied, and
 * whether it is in the indicator's unit. A column that could scale, sign or qualify the value, and that neither the
 * catalogue nor this program knows, is a reason to refuse the row and never dropped.
 */
final class Qualifiers {
    private static final int POWER_MAX = 30;
    private static final Pattern POWER = Pattern.compile("[+-]?\\d{1,2}");
    /** Ids as agencies write them; names in a column of their own have capitals and small letters, or blanks. */
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_@$.-]*|[a-z][a-z0-9_.-]*");

    private static final Set<String> STRUCTURAL = Set.of(
            "DATAFLOW",
            "STRUCTURE",
            "STRUCTURE_ID",
            "ACTION",
            SdmxColumns.PERIOD,
            SdmxColumns.VALUE,
            "OBS_FLAG",
            "OBS_STATUS",
            "CONF_STATUS",
            "OBS_CONF",
            "PRE_BREAK_VALUE",
            "OBS_PRE_BREAK");

    /** A column and its name. */
    private record Column(String name, int position) {}

    private final String dataflow;
    private final SdmxAttributes attributes;
    private final UnitScale unit;
    private final int usual;
    private final List<Column> multipliers = new ArrayList<>();
    private final List<Column> units = new ArrayList<>();
    private final List<Column> currencies = new ArrayList<>();
    private final List<Column> unknown = new ArrayList<>();

    /** A reason to refuse a row. */
    record Trouble(RejectReason reason, String detail) {}

    /**
     * For one kind of row.
     *
     * @param usual power of ten of rows that do not say
     */
    Qualifiers(SdmxColumns columns, SdmxMapping mapping, Kind kind, SdmxAttributes attributes, int usual) {
        this.dataflow = mapping.dataflow();
        this.attributes = attributes;
        this.unit = UnitScale.of(kind.unit());
        this.usual = usual;
        for (Map.Entry<String, Integer> named : columns.positions().entrySet()) {
            String name = named.getKey();
            if (!kind.names(name) && !isKnown(name, mapping)) {
                listOf(name).add(new Column(name, named.getValue()));
            }
        }
    }

    private boolean isKnown(String name, SdmxMapping mapping) {
        boolean label = !ID.matcher(name).matches();
        return name.isEmpty()
                || (label && !isNamed(name))
                || SdmxAttributes.has(STRUCTURAL, name)
                || name.startsWith("STRUCTURE[")
                || name.equalsIgnoreCase(mapping.economyDimension())
                || name.equalsIgnoreCase(mapping.standardError())
                || SdmxAttributes.has(attributes.standardErrors(), name)
                || SdmxAttributes.has(attributes.ignored(), name)
                || SdmxAttributes.has(mapping.ignored(), name);
    }

    private boolean isNamed(String name) {
        return SdmxAttributes.has(attributes.multipliers(), name)
                || SdmxAttributes.has(attributes.unitColumns(), name)
                || SdmxAttributes.has(attributes.currencies(), name);
    }

    private List<Column> listOf(String name) {
        if (SdmxAttributes.has(attributes.multipliers(), name)) {
            return multipliers;
        }
        if (SdmxAttributes.has(attributes.unitColumns(), name)) {
            return units;
        }
        return SdmxAttributes.has(attributes.currencies(), name) ? currencies : unknown;
    }

    /** What stands against taking the row's value for the indicator's; null when nothing does. */
    @Nullable
    Trouble trouble(Row row) {
        for (Column column : multipliers) {
            String code = SdmxColumns.code(row, column.position());
            if (!attributes.isNeutral(code) && power(code).isEmpty()) {
                return new Trouble(
                        RejectReason.BAD_NUMBER,
                        "%s %s is no power of ten; write 0, 3, 6 or 9, or name it in 'where' of %s in the catalogue"
                                .formatted(column.name(), SourceExcerpt.of(code), dataflow));
            }
        }
        if (multipliers.stream()
                        .flatMapToInt(c -> power(SdmxColumns.code(row, c.position())).stream())
                        .distinct()
                        .count()
                > 1) {
            return new Trouble(
                    RejectReason.BAD_NUMBER,
                    "%s and %s name different powers of ten; keep the one that holds"
                            .formatted(
                                    multipliers.get(0).name(),
                                    multipliers.get(1).name()));
        }
        for (Column column : units) {
            String code = SdmxColumns.code(row, column.position());
            if (!attributes.isNeutral(code) && !isUnit(attributes.unit(code))) {
                return wrongUnit(column, code);
            }
        }
        for (Column column : currencies) {
            String code = SdmxColumns.code(row, column.position());
            if (!attributes.isNeutral(code) && !unit.base().contains(attributes.unit(code))) {
                return wrongUnit(column, code);
            }
        }
        return unknown(row);
    }

    private @Nullable Trouble unknown(Row row) {
        for (Column column : unknown) {
            String code = SdmxColumns.code(row, column.position());
            if (!attributes.isNeutral(code)) {
                return new Trouble(
                        RejectReason.UNKNOWN_INDICATOR,
                        "%s %s may say more of the value than the catalogue knows; name it in 'where' of %s, or under its 'ignored' if it says nothing of the value"
                                .formatted(SourceExcerpt.of(column.name()), SourceExcerpt.of(code), dataflow));
            }
        }
        return null;
    }

    private boolean isUnit(String named) {
        UnitScale other = UnitScale.of(named);
        return other.base().equals(unit.base()) && (other.power() == 0 || other.power() == unit.power());
    }

    private Trouble wrongUnit(Column column, String code) {
        return new Trouble(
                RejectReason.WRONG_UNIT,
                "%s %s is not %s, the indicator's unit; name it in 'where' of %s with an indicator of that unit, or under 'attributes: units' what it is"
                        .formatted(column.name(), SourceExcerpt.of(code), unit.base(), dataflow));
    }

    /** The power of ten from what is written to the indicator's unit. */
    int power(Row row) {
        for (Column column : multipliers) {
            OptionalInt power = power(SdmxColumns.code(row, column.position()));
            if (power.isPresent()) {
                return power.getAsInt() - unit.power();
            }
        }
        return usual == 0 ? 0 : usual - unit.power();
    }

    private static OptionalInt power(String code) {
        if (!POWER.matcher(code).matches()) {
            return OptionalInt.empty();
        }
        int power = Integer.parseInt(code);
        return Math.abs(power) <= POWER_MAX ? OptionalInt.of(power) : OptionalInt.empty();
    }

    /** A power of ten for many figures at once, in a row without a figure of its own; empty when there is none. */
    static boolean speaksForOthers(Row row, SdmxColumns columns, SdmxAttributes attributes) {
        return columns.period(row).isEmpty()
                && columns.value(row).isEmpty()
                && !columns.deletes(row)
                && attributes.multipliers().stream()
                        .map(columns::position)
                        .anyMatch(position ->
                                position != Header.ABSENT && !attributes.isNeutral(SdmxColumns.code(row, position)));
    }
}
