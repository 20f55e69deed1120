package org.tidemark.standalone.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tidemark.standalone.table.ReplayTable;

/** Tables whose rows are of a cell at an instant, in the order of both. */
enum CellTable {
    ESTIMATES("estimates.csv", true, "value", "lower80", "upper80"),
    STAGES("stages.csv", false, "speed", "speed_lower80", "speed_upper80"),
    WITHHELD("withheld.csv", false, null, null, null);

    static final String HORIZON = "horizon";
    /** A version of a method is how a run was made, not what it says. */
    private static final Set<String> NOT_SAID = Set.of("model");

    private final String file;
    private final boolean hasHorizons;
    private final @Nullable String main;
    private final @Nullable String lower;
    private final @Nullable String upper;

    CellTable(String file, boolean hasHorizons, @Nullable String main, @Nullable String lower, @Nullable String upper) {
        this.file = file;
        this.hasHorizons = hasHorizons;
        this.main = main;
        this.lower = lower;
        this.upper = upper;
    }

    String file() {
        return file;
    }

    boolean hasHorizons() {
        return hasHorizons;
    }

    /** The column that a change is told by where it has changed. */
    boolean isMain(String column) {
        return column.equals(main);
    }

    /** Ends of the 80 % band of the main column; null where there is none. */
    @Nullable
    String lower() {
        return lower;
    }

    @Nullable
    String upper() {
        return upper;
    }

    /** Columns that must be there. */
    List<String> needed() {
        List<String> needed = new ArrayList<>(ReplayTable.CELL);
        if (hasHorizons) {
            needed.add(HORIZON);
        }
        if (main != null && lower != null && upper != null) {
            needed.addAll(List.of(main, lower, upper));
        }
        return needed;
    }

    /** Whether a difference in the column is a difference in what is said. */
    boolean isSaid(String column) {
        return !ReplayTable.CELL.contains(column) && !column.equals(HORIZON) && !NOT_SAID.contains(column);
    }
}
