package org.tidemark.standalone.diff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.table.ReplayRow;

/** Compares two rows of one key, column by column. */
final class RowComparison {
    private static final String UNIT = "unit";
    private static final String SPEED_UNIT = "logits a year";

    private final CellTable kind;
    private final List<String> header;
    private final double tolerance;

    /**
     * For one table.
     *
     * @param tolerance largest difference of two numbers that counts as none
     */
    RowComparison(CellTable kind, List<String> header, double tolerance) {
        this.kind = kind;
        this.header = header;
        this.tolerance = tolerance;
    }

    /** The change that tells it best, or null when both rows say the same. */
    @Nullable
    Change between(CellRow a, CellRow b) {
        if (a.row().cells().equals(b.row().cells())) {
            return null;
        }
        Change largest = null;
        for (int i = 0; i < header.size(); i++) {
            Change change = kind.isSaid(header.get(i)) ? inColumn(i, a, b) : null;
            if (change != null && change.isLargerThan(largest)) {
                largest = change;
            }
        }
        return largest;
    }

    private @Nullable Change inColumn(int column, CellRow a, CellRow b) {
        String one = a.row().cells().get(column);
        String other = b.row().cells().get(column);
        if (one.equals(other)) {
            return null;
        }
        Double numberA = number(one);
        Double numberB = number(other);
        Double difference = numberA == null || numberB == null ? null : numberB - numberA;
        if (difference != null && Math.abs(difference) <= tolerance) {
            return null;
        }
        String name = header.get(column);
        return new Change(
                a.asOf(),
                a.item(),
                name,
                kind.isMain(name),
                one,
                other,
                difference,
                ofBand(name, difference, a.row()),
                unit(name, a.row()));
    }

    private @Nullable Double ofBand(String column, @Nullable Double difference, ReplayRow a) {
        String lower = kind.lower();
        String upper = kind.upper();
        if (difference == null || lower == null || upper == null || !isOnItsScale(column)) {
            return null;
        }
        Double from = number(a.text(lower));
        Double to = number(a.text(upper));
        if (from == null || to == null || !(to > from)) {
            return null;
        }
        return Math.abs(difference) / (to - from);
    }

    private boolean isOnItsScale(String column) {
        return kind.isMain(column) || column.contains("lower") || column.contains("upper");
    }

    private String unit(String column, ReplayRow row) {
        if (!isOnItsScale(column)) {
            return "";
        }
        return header.contains(UNIT) ? row.text(UNIT) : SPEED_UNIT;
    }

    private static @Nullable Double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
