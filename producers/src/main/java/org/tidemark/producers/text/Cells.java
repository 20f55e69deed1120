package org.tidemark.producers.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.UnreadableFileException;
import org.tidemark.validate.RejectReason;

/** Cuts records into cells. Made anew for each reading: FastCSV's handler holds the row that it is at. */
final class Cells {
    private final String file;
    private final CsvReader.CsvReaderBuilder grammar;
    private final StringArrayHandler handler = StringArrayHandler.of();

    private final Numbers numbers;

    Cells(String file, char separator, Numbers numbers) {
        this.file = file;
        this.numbers = numbers;
        this.grammar = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false);
    }

    Header header(RecordText record) throws UnreadableFileException {
        return header(record, List.of());
    }

    Header header(RecordText record, List<String> above) throws UnreadableFileException {
        try {
            return new Header(file, grammar.ofSingleCsvRecord(handler, record.text()), above);
        } catch (CsvParseException e) {
            throw new UnreadableFileException(
                    "%s, %s: header %s cannot be cut into columns (%s); quote names that hold quotes or separators"
                            .formatted(file, record.where(), SourceExcerpt.of(record.text()), e.getMessage()));
        }
    }

    /** The row, or null when it is none, which the trouble has been told. */
    @Nullable
    Row row(RecordText record, int width, RowErrors trouble) throws UnreadableFileException {
        String detail;
        try {
            String[] cells = grammar.ofSingleCsvRecord(handler, record.text());
            if (cells.length == width) {
                return new Row(record, cells, numbers);
            }
            detail =
                    "row %s has %d cells, the header %d; give each column its cell and quote one that holds the separator"
                            .formatted(SourceExcerpt.of(record.text()), cells.length, width);
        } catch (CsvParseException e) {
            detail = "row %s cannot be cut into cells (%s); quote cells that hold quotes or separators"
                    .formatted(SourceExcerpt.of(record.text()), e.getMessage());
        }
        trouble.at(RejectReason.MALFORMED, record.where(), detail, record.original());
        return null;
    }
}
