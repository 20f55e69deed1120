package org.tidemark.standalone.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.series.Period;

/** One row of a replay's table. */
public final class ReplayRow {
    private final ReplayTable table;
    private final long line;
    private final List<String> cells;

    ReplayRow(ReplayTable table, long line, List<String> cells) {
        this.table = table;
        this.line = line;
        this.cells = cells;
    }

    /** The cells in the order of the header. */
    public List<String> cells() {
        return cells;
    }

    /** The text of a column that the table has. */
    public String text(String column) {
        return cells.get(table.header().indexOf(column));
    }

    public EstimateKey key() {
        return new EstimateKey(text("economy"), text("sector"), text("measure"), text("concept"));
    }

    public Instant asOf() throws UnreadableFileException {
        try {
            return Instant.parse(text("as_of"));
        } catch (DateTimeException e) {
            throw bad("as_of", "an instant");
        }
    }

    public Period period() throws UnreadableFileException {
        try {
            return Period.parse(text("period"));
        } catch (IllegalArgumentException e) {
            throw bad("period", "a period");
        }
    }

    /** A finite number. */
    public double number(String column) throws UnreadableFileException {
        try {
            double number = Double.parseDouble(text(column));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(column, "a number");
        }
        throw bad(column, "a finite number");
    }

    /** What to throw when a column of this row does not hold what it should. */
    public UnreadableFileException bad(String column, String wanted) {
        return new UnreadableFileException("%s, line %d: %s '%s' is not %s; the file is damaged: replay it again"
                .formatted(table.file(), line, column, text(column), wanted));
    }
}
