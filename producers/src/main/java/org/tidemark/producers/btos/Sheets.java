package org.tidemark.producers.btos;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/** A workbook within bounds, its sheets row by row. What the reader throws becomes one clear message. */
final class Sheets implements Closeable {
    /** A cell that cannot be read is a cell in error, not the end of the workbook. */
    private static final ReadingOptions LENIENT = new ReadingOptions(false, true);

    private final SourceFile file;
    private final ReadableWorkbook workbook;

    private Sheets(SourceFile file, ReadableWorkbook workbook) {
        this.file = file;
        this.workbook = workbook;
    }

    static Sheets open(SourceFile file) throws IOException {
        PartScan.check(file);
        try {
            return new Sheets(file, new ReadableWorkbook(file.path().toFile(), LENIENT));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFileException(
                    "%s is a broken workbook (%s); download it again".formatted(file.name(), Reasons.of(e)));
        }
    }

    /** Takes the rows of a sheet, the first one first. */
    interface RowTaker {
        void take(SheetRow row) throws UnreadableFileException;
    }

    /**
     * Hands over every row of a sheet.
     *
     * @throws UnreadableFileException when there is no such sheet, or it is broken
     */
    void forEachRow(String sheetName, RowTaker taker) throws UnreadableFileException {
        if (!forEachRowIfThere(sheetName, taker)) {
            throw new UnreadableFileException(
                    "%s has no sheet '%s'; give a BTOS workbook of estimates".formatted(file.name(), sheetName));
        }
    }

    /** Whether there is such a sheet. */
    boolean forEachRowIfThere(String sheetName, RowTaker taker) throws UnreadableFileException {
        Sheet sheet = workbook.findSheet(sheetName).orElse(null);
        if (sheet == null) {
            return false;
        }
        try (Stream<Row> rows = opened(sheet)) {
            Iterator<Row> iterator = rows.iterator();
            for (Row row = next(iterator, sheetName); row != null; row = next(iterator, sheetName)) {
                taker.take(new SheetRow(sheetName, row));
            }
        }
        return true;
    }

    String fileName() {
        return file.name();
    }

    private Stream<Row> opened(Sheet sheet) throws UnreadableFileException {
        try {
            return sheet.openStream();
        } catch (IOException | RuntimeException e) {
            throw broken(sheet.getName(), e);
        }
    }

    // Only the reader's own calls stand within the try: what the sink throws is no fault of the workbook.
    private @Nullable Row next(Iterator<Row> rows, String sheetName) throws UnreadableFileException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw broken(sheetName, e);
        }
    }

    private UnreadableFileException broken(String sheetName, Exception e) {
        return new UnreadableFileException(
                "%s, sheet '%s', is broken (%s); download it again".formatted(file.name(), sheetName, Reasons.of(e)));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
