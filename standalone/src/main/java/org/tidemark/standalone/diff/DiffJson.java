package org.tidemark.standalone.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A difference for programs: the same as {@link DiffText}, under the same bounds. */
public final class DiffJson {
    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final int linesMax;

    /**
     * Bounds of what is told.
     *
     * @param linesMax entries of each list; what is left off is counted
     */
    public DiffJson(int linesMax) {
        this.linesMax = linesMax;
    }

    public String text(ReplayDiff diff) {
        ObjectNode root = mapper.createObjectNode();
        root.put("a", diff.a().toString()).put("b", diff.b().toString()).put("same", diff.saysTheSame());
        ObjectNode run = root.putObject("run");
        diff.facts().stream()
                .limit(linesMax)
                .forEach(f -> run.putObject(f.what()).put("a", f.a()).put("b", f.b()));
        root.put("run_left_off", leftOff(diff.facts()));
        ObjectNode tables = root.putObject("tables");
        diff.tables().forEach(t -> table(tables.putObject(t.file()), t));
        ObjectNode rows = root.putObject("rows");
        diff.rows().forEach(r -> rows(rows.putObject(r.file()), r));
        try {
            return mapper.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can be written", e);
        }
    }

    private void table(ObjectNode node, TableDifference table) {
        node.put("changed", table.changed()).put("only_a", table.onlyA()).put("only_b", table.onlyB());
        table.cells().stream()
                .limit(linesMax)
                .forEach(cell -> cell(node.withArray("cells").addObject(), cell));
        node.put("left_off", leftOff(table.cells()));
    }

    private static void cell(ObjectNode node, CellDifference d) {
        node.put("economy", d.cell().economy())
                .put("sector", d.cell().sector())
                .put("measure", d.cell().measure())
                .put("concept", d.cell().concept())
                .put("changed", d.changed())
                .put("only_a", d.onlyA())
                .put("only_b", d.onlyB());
        change(node, "largest", d.largest());
        change(node, "latest", d.latest());
    }

    private static void change(ObjectNode node, String name, @Nullable Change change) {
        if (change == null) {
            node.putNull(name);
            return;
        }
        node.putObject(name)
                .put("as_of", change.asOf().toString())
                .put("item", change.item())
                .put("column", change.column())
                .put("a", change.a())
                .put("b", change.b())
                .put("difference", change.difference())
                .put("of_band80", change.ofBand())
                .put("unit", change.unit());
    }

    private static void rows(ObjectNode node, RowsDifference rows) {
        node.put("only_a", rows.onlyA()).put("only_b", rows.onlyB());
        node.put("absent_in", rows.absentIn().isEmpty() ? null : rows.absentIn());
        node.put(
                "left_off", rows.cells() == 0 ? 0 : rows.cells() - rows.groups().size());
        if (rows.cells() == 0) {
            rows.groups().forEach(group -> group(node, rows.header(), group));
            return;
        }
        for (RowsGroup group : rows.groups()) {
            ObjectNode cell = node.withArray("cells").addObject();
            for (int i = 0; i < RowsComparison.CELL.size(); i++) {
                cell.put(RowsComparison.CELL.get(i), group.cell().get(i));
            }
            cell.put("only_a", group.onlyA()).put("only_b", group.onlyB());
            group(cell, rows.header(), group);
        }
    }

    private static void group(ObjectNode node, List<String> header, RowsGroup group) {
        side(node, "a", header, group.inA());
        side(node, "b", header, group.inB());
        node.put(
                "left_off",
                group.onlyA() + group.onlyB() - group.inA().size() - group.inB().size());
    }

    private static void side(ObjectNode node, String side, List<String> header, List<List<String>> rows) {
        for (List<String> row : rows) {
            ObjectNode entry = node.withArray(side).addObject();
            for (int i = 0; i < header.size(); i++) {
                entry.put(header.get(i), row.get(i));
            }
        }
    }

    private int leftOff(List<?> all) {
        return Math.max(0, all.size() - linesMax);
    }
}
