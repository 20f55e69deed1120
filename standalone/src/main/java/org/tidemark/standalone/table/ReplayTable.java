package org.tidemark.standalone.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.text.SheetCell;

/** A CSV file of a replay, read from its beginning to its end; no more than one row is held. */
public final class ReplayTable implements Closeable {
    /** The columns that say whose and of when a row is. */
    public static final List<String> CELL = List.of("as_of", "measure", "concept", "economy", "sector");

    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;

    private ReplayTable(Path file, CsvReader<CsvRecord> reader) throws IOException {
        this.file = file;
        this.reader = reader;
        this.records = reader.iterator();
        CsvRecord first = next();
        this.header = first == null ? List.of() : List.copyOf(first.getFields());
    }

    /**
     * Opens a file whose first row names its columns.
     *
     * @param needed columns that it must have, in any order, beside others
     * @throws UnreadableFileException when the file is absent or lacks one of them
     */
    public static ReplayTable open(Path file, List<String> needed) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableFileException(
                    "%s is absent; name a folder that 'replay --out' has left".formatted(file));
        }
        ReplayTable table = new ReplayTable(file, CsvReader.builder().ofCsvRecord(file));
        for (String column : needed) {
            if (!table.header.contains(column)) {
                table.close();
                throw new UnreadableFileException(
                        "%s has no column '%s'; it is of another version: replay it again".formatted(file, column));
            }
        }
        return table;
    }

    public Path file() {
        return file;
    }

    public List<String> header() {
        return header;
    }

    /** The next row, which has a cell for each column; null at the end. */
    public @Nullable ReplayRow read() throws IOException {
        CsvRecord record = next();
        return record == null ? null : new ReplayRow(this, record.getStartingLineNumber(), texts(record));
    }

    private static List<String> texts(CsvRecord record) {
        return record.getFields().stream().map(SheetCell::read).toList();
    }

    private @Nullable CsvRecord next() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException("%s cannot be read: %s".formatted(file, firstLine(e)));
        } catch (CsvParseException e) {
            throw new UnreadableFileException("%s is damaged (%s); replay it again".formatted(file, firstLine(e)));
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
