package org.tidemark.producers.btos;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/** A row as text, with its place in the workbook. */
record SheetRow(String sheet, Row row) {
    int width() {
        return row.getCellCount();
    }

    /** The cell as it is written, without the blanks around it; empty when there is none. */
    String text(int column) {
        if (column < 0 || column >= row.getCellCount()) {
            return "";
        }
        Cell cell = row.getCell(column);
        if (cell == null) {
            return "";
        }
        // A formula has no value of its own: what it shows depends on who calculated it last.
        if (cell.getType() == CellType.FORMULA) {
            return "=" + cell.getFormula();
        }
        String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? "" : text.strip();
    }

    String where(int column) {
        return "sheet %s, row %d, column %s"
                .formatted(sheet, row.getRowNum(), CellAddress.convertNumToColString(column));
    }
}
