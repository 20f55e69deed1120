package org.tidemark.standalone.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tidemark.estimate.Horizon;
import org.tidemark.standalone.table.ReplayTable;

/** Tables whose rows are of a cell at an instant, in the order of instants and cells. */
enum CellTable {
    ESTIMATES("estimates.csv", "horizon", "value", "lower80", "upper80"),
    STAGES("stages.csv", null, "speed", "speed_lower80", "speed_upper80"),
    WITHHELD("withheld.csv", null, null, null, null),
    TERMS("terms.csv", "term", "value", null, null);

    /** A version of a method is how a run was made, not what it says. */
    private static final Set<String> NOT_SAID = Set.of("model");

    private final String file;
    private final @Nullable String item;
    private final @Nullable String main;
    private final @Nullable String lower;
    private final @Nullable String upper;

    CellTable(
            String file, @Nullable String item, @Nullable String main, @Nullable String lower, @Nullable String upper) {
        this.file = file;
        this.item = item;
        this.main = main;
        this.lower = lower;
        this.upper = upper;
    }

    String file() {
        return file;
    }

    /** The column that tells apart the rows of one update; null where it has one row. */
    @Nullable
    String item() {
        return item;
    }

    /** Whether a row with this item, or without one, is the level that a reader looks at first. */
    boolean isLevel(String of) {
        return this == ESTIMATES ? of.equals(Horizon.P0D.name()) : item == null;
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
        Stream.of(item, main, lower, upper).filter(Objects::nonNull).forEach(needed::add);
        return needed;
    }

    /** Whether a difference in the column is a difference in what is said. */
    boolean isSaid(String column) {
        return !ReplayTable.CELL.contains(column) && !column.equals(item) && !NOT_SAID.contains(column);
    }
}
