package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tidemark.told.Told;

/** Rows with aligned columns, under a line for each group: what differs in kind is never in one column of numbers. */
final class GroupedTable {
    private static final String INDENT = "  ";
    private static final String STALE = "! ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final List<List<String>> below = new ArrayList<>();
    private final Set<String> right;

    GroupedTable(List<String> headings, Set<String> right) {
        this.right = right;
        add("", headings);
    }

    /** Adds a row; those of one group follow each other. */
    void add(String group, List<String> row) {
        add(group, row, List.of());
    }

    /** Adds a row with lines below it. */
    void add(String group, List<String> row, List<String> lines) {
        add(group, row, lines, INDENT);
    }

    /** Adds the row of a level, marked where that is stale. */
    void add(String group, Told told, List<String> row, List<String> lines) {
        add(group, row, lines, told.isStale() ? STALE : INDENT);
    }

    private void add(String group, List<String> row, List<String> lines, String indent) {
        List<String> indented = new ArrayList<>(row);
        if (!rows.isEmpty()) {
            indented.set(0, indent + row.get(0));
        }
        rows.add(indented);
        groups.add(group);
        below.add(lines);
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    List<String> lines() {
        List<String> aligned = TextTable.lines(rows, right);
        List<String> lines = new ArrayList<>();
        String group = "";
        for (int i = 0; i < aligned.size(); i++) {
            if (!groups.get(i).equals(group)) {
                group = groups.get(i);
                lines.addAll(Fold.lines(group, 2));
            }
            lines.add(aligned.get(i));
            lines.addAll(below.get(i));
        }
        return lines;
    }
}
