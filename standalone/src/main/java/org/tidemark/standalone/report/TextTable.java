package org.tidemark.standalone.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows of text with their columns aligned. */
public final class TextTable {
    private TextTable() {}

    /**
     * One line for each row.
     *
     * @param rows the headings first
     * @param right headings of the columns whose ends are aligned
     */
    public static List<String> lines(List<List<String>> rows, Set<String> right) {
        List<String> headings = rows.get(0);
        int[] widths = new int[headings.size()];
        for (List<String> row : rows) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                line.append(pad(row.get(c), widths[c], right.contains(headings.get(c))))
                        .append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String pad(String text, int width, boolean right) {
        String space = " ".repeat(width - text.length());
        return right ? space + text : text + space;
    }
}
