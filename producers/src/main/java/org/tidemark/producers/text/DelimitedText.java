package org.tidemark.producers.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/**
 * How one format writes its tables: character set, separator, comments. Holds no file; reading one twice says the same.
 *
 * <p>The character set must have ASCII as its part, for lines are found before they are decoded.
 */
public final class DelimitedText {
    /** UTF-8, comma, no comments. */
    public static final DelimitedText CSV = new DelimitedText(StandardCharsets.UTF_8, ',', false);

    private final Charset charset;
    private final char separator;
    private final boolean comments;

    private DelimitedText(Charset charset, char separator, boolean comments) {
        this.charset = charset;
        this.separator = separator;
        this.comments = comments;
    }

    public DelimitedText in(Charset other) {
        return new DelimitedText(other, separator, comments);
    }

    public DelimitedText separatedBy(char other) {
        return new DelimitedText(charset, other, comments);
    }

    /** Lines that begin with {@code #} are passed over. */
    public DelimitedText withComments() {
        return new DelimitedText(charset, separator, true);
    }

    /**
     * The header, when the first bytes of the file hold a whole one; for {@code recognises}.
     *
     * @throws IOException when the file cannot be read
     */
    public Optional<Header> header(SourceFile file) throws IOException {
        byte[] head = file.head();
        try (LineSource lines = new LineSource(new ByteArrayInputStream(head));
                RecordSource records = records(lines)) {
            RecordText first = records.next(headerTrouble(file));
            boolean cut = lines.ended() && head.length == SourceFile.HEAD_BYTES_MAX;
            return first == null || cut
                    ? Optional.empty()
                    : Optional.of(cells(file).header(first));
        } catch (UnreadableFileException noHeader) {
            return Optional.empty();
        }
    }

    /**
     * Reads the rows below the header one by one. A line that is no row is told to the sink, once, and those around it
     * are read all the same.
     *
     * @throws UnreadableFileException when the file is empty, or its header makes no sense
     */
    public void read(SourceFile file, FigureSink sink, RowReader.Factory format) throws IOException {
        try (InputStream in = file.open();
                RecordSource records = records(new LineSource(in))) {
            RecordText first = records.next(headerTrouble(file));
            if (first == null) {
                throw new UnreadableFileException(
                        "%s is empty; it should begin with a line that names its columns".formatted(file.name()));
            }
            Cells cells = cells(file);
            Header header = cells.header(first);
            RowReader reader = format.under(header);
            int width = header.names().size();
            Trouble trouble = sink::rejected;
            for (RecordText record = records.next(trouble); record != null; record = records.next(trouble)) {
                Row row = cells.row(record, width, trouble);
                if (row != null) {
                    reader.row(row);
                }
            }
        }
    }

    /**
     * The first row below the header, for what a file says of itself in every row; empty when it has none. Lines that
     * are no row are passed over; {@link #read} tells them.
     *
     * @throws UnreadableFileException when its header makes no sense
     */
    public Optional<Row> firstRow(SourceFile file) throws IOException {
        try (InputStream in = file.open();
                RecordSource records = records(new LineSource(in))) {
            RecordText first = records.next(headerTrouble(file));
            if (first == null) {
                return Optional.empty();
            }
            Cells cells = cells(file);
            int width = cells.header(first).names().size();
            Trouble untold = (reason, where, detail, original) -> {};
            for (RecordText record = records.next(untold); record != null; record = records.next(untold)) {
                Row row = cells.row(record, width, untold);
                if (row != null) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        }
    }

    private RecordSource records(LineSource lines) {
        return new RecordSource(lines, new StrictDecoder(charset), new QuoteScan(separator), comments);
    }

    private Cells cells(SourceFile file) {
        return new Cells(file.name(), separator);
    }

    private static Trouble headerTrouble(SourceFile file) {
        return (reason, where, detail, original) -> {
            throw new UnreadableFileException(
                    "%s, %s, where its columns should be named: %s".formatted(file.name(), where, detail));
        };
    }
}
