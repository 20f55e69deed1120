package org.tidemark.producers.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/** One file of which it is known how it is written. */
final class Table {
    private final SourceFile file;
    private final DelimitedText text;
    private final Layout layout;
    private final Encoding encoding;

    Table(SourceFile file, DelimitedText text, Layout layout, Encoding encoding) {
        this.file = file;
        this.text = text;
        this.layout = layout;
        this.encoding = encoding;
    }

    void read(FigureSink sink, RowReader.Factory format) throws IOException {
        try (RecordSource records = open()) {
            Header header = header(records);
            RowReader reader = format.under(header);
            Numbers numbers = new Numbers(text.marks(layout), () -> evidence(header));
            Cells cells = new Cells(file.name(), layout.separator(), numbers);
            List<String> repeated = new ArrayList<>();
            forEachRow(records, cells, header, sink::rejected, row -> {
                if (header.isRepeatedBy(row)) {
                    repeated.add(row.where());
                } else {
                    reader.row(row);
                }
            });
            List<String> remarks = new ArrayList<>(text.remarks(layout, encoding));
            if (!repeated.isEmpty()) {
                remarks.add(
                        "the names of the columns stand below too, as where files are joined, and are passed over there: %d times, first in %s"
                                .formatted(repeated.size(), repeated.get(0)));
            }
            numbers.remark().ifPresent(remarks::add);
            if (!remarks.isEmpty()) {
                sink.remark(String.join("; ", remarks));
            }
        }
    }

    Optional<Row> firstRow() throws IOException {
        try (RecordSource records = open()) {
            RecordText first = records.next(this::noHeader);
            if (first == null) {
                return Optional.empty();
            }
            Cells cells = new Cells(file.name(), layout.separator(), Numbers.NONE);
            int width = cells.header(first).names().size();
            RowErrors untold = (reason, where, detail, original) -> {};
            for (RecordText record = records.next(untold); record != null; record = records.next(untold)) {
                Row row = cells.row(record, width, untold);
                if (row != null) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        }
    }

    /** Reads the file once more, for how it writes its numbers. */
    private NumberEvidence evidence(Header header) throws IOException {
        NumberEvidence evidence = new NumberEvidence();
        try (RecordSource records = open()) {
            header(records);
            Cells cells = new Cells(file.name(), layout.separator(), Numbers.NONE);
            RowErrors untold = (reason, where, detail, original) -> {};
            forEachRow(records, cells, header, untold, row -> {
                if (!header.isRepeatedBy(row)) {
                    for (int column : header.numbers()) {
                        evidence.see(header.number(row.text(column)), row.where());
                    }
                }
            });
        }
        return evidence;
    }

    private static void forEachRow(
            RecordSource records, Cells cells, Header header, RowErrors trouble, RowReader reader) throws IOException {
        int width = header.names().size();
        for (RecordText record = records.next(trouble); record != null; record = records.next(trouble)) {
            Row row = cells.row(record, width, trouble);
            if (row != null) {
                reader.row(row);
            }
        }
    }

    private Header header(RecordSource records) throws IOException {
        RecordText first = records.next(this::noHeader);
        if (first == null) {
            throw new UnreadableFileException(
                    "%s is empty; it should begin with a line that names its columns".formatted(file.name()));
        }
        return new Cells(file.name(), layout.separator(), Numbers.NONE).header(first, layout.above());
    }

    private RecordSource open() throws IOException {
        LineSource lines = new LineSource(text.open(file, encoding));
        for (int i = 0; i < layout.lineOfHeader(); i++) {
            lines.next();
        }
        return text.records(lines, encoding.charset(), layout.separator());
    }

    private void noHeader(Object reason, String where, String detail, byte[] original) throws UnreadableFileException {
        throw new UnreadableFileException(
                "%s, %s, where its columns should be named: %s".formatted(file.name(), where, detail));
    }
}
