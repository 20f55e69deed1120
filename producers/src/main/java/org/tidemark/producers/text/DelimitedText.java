package org.tidemark.producers.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.FigureSink;
import org.tidemark.producers.NearMiss;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/**
 * How one format writes its tables: separator, comments, and which header is its own. Holds no file; reading one twice
 * says the same.
 *
 * <p>What spreadsheets make of such a table is read too: another separator, lines above the header, UTF-16, Windows-1252.
 * That a header is the format's own decides; what was read otherwise than the publisher writes it is told in a remark.
 */
public final class DelimitedText {
    /** UTF-8, comma, no comments. */
    public static final DelimitedText CSV =
            new DelimitedText(null, Charset.forName("windows-1252"), ',', false, false, null);

    private final @Nullable Charset given;
    private final Charset otherwise;
    private final char separator;
    private final boolean comments;
    private final boolean thousands;
    /** Null where the header is simply the first record. */
    private final @Nullable Predicate<Header> own;

    private DelimitedText(
            @Nullable Charset given,
            Charset otherwise,
            char separator,
            boolean comments,
            boolean thousands,
            @Nullable Predicate<Header> own) {
        this.given = given;
        this.otherwise = otherwise;
        this.separator = separator;
        this.comments = comments;
        this.thousands = thousands;
        this.own = own;
    }

    /** In this character set and no other; it must have ASCII as its part, for lines are found before they are decoded. */
    public DelimitedText in(Charset other) {
        return new DelimitedText(other, otherwise, separator, comments, thousands, own);
    }

    /** In this character set where the file is not in UTF-8. */
    public DelimitedText elseIn(Charset other) {
        return new DelimitedText(given, other, separator, comments, thousands, own);
    }

    public DelimitedText separatedBy(char other) {
        return new DelimitedText(given, otherwise, other, comments, thousands, own);
    }

    /** Lines that begin with {@code #} are passed over. */
    public DelimitedText withComments() {
        return new DelimitedText(given, otherwise, separator, true, thousands, own);
    }

    /** The publisher groups digits by commas: {@code 1,600,000}. */
    public DelimitedText withThousands() {
        return new DelimitedText(given, otherwise, separator, comments, true, own);
    }

    /** Which header is the format's own, wherever it stands and whatever separates it. */
    public DelimitedText withHeader(Predicate<Header> header) {
        return new DelimitedText(given, otherwise, separator, comments, thousands, header);
    }

    char separator() {
        return separator;
    }

    Encoding encodingOf(byte[] head) {
        return given == null ? Encoding.ofHead(head, otherwise) : new Encoding(given, false, false);
    }

    boolean isComment(Line line) {
        return comments && line.startsWith('#');
    }

    RecordSource records(Lines lines, Charset charset, char cut) {
        return new RecordSource(lines, new StrictDecoder(charset), new QuoteScan(cut), comments);
    }

    /**
     * The format's own header, when the first bytes of the file hold a whole one; for {@code recognises}.
     *
     * @throws IOException when the file cannot be read
     */
    public Optional<Header> header(SourceFile file) throws IOException {
        return find(file).map(HeadOfFile.Candidate::header);
    }

    /**
     * What a file nearly is, by the columns that a format needs.
     *
     * @throws IOException when the file cannot be read
     */
    public Optional<NearMiss> nearly(SourceFile file, String format, String... needed) throws IOException {
        NearHeader near = new NearHeader(format, List.of(needed));
        return possibleHeaders(file).stream()
                .flatMap(header -> near.of(header).stream())
                .max(Comparator.comparingDouble(NearMiss::likeness));
    }

    /**
     * All headers that the first bytes of a file could hold; for a word on what it nearly is.
     *
     * @throws IOException when the file cannot be read
     */
    public List<Header> possibleHeaders(SourceFile file) throws IOException {
        List<Header> all = new ArrayList<>();
        HeadOfFile.of(file, this).forEach(candidate -> all.add(candidate.header()));
        return all;
    }

    private Optional<HeadOfFile.Candidate> find(SourceFile file) throws IOException {
        List<HeadOfFile.Candidate> found = new ArrayList<>(1);
        HeadOfFile.of(file, this).forEach(candidate -> {
            if (isOwn(candidate)) {
                found.add(candidate);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    private boolean isOwn(HeadOfFile.Candidate candidate) {
        Layout layout = candidate.layout();
        return own == null
                ? layout.lineOfHeader() == 0 && layout.separator() == separator
                : own.test(candidate.header());
    }

    /**
     * Reads the rows below the header one by one. A line that is no row is told to the sink, once, and those around it
     * are read all the same.
     *
     * @throws UnreadableFileException when the file is empty, its header makes no sense, or its numbers could be two
     */
    public void read(SourceFile file, FigureSink sink, RowReader.Factory format) throws IOException {
        Table table = table(file);
        table.read(sink, format);
    }

    /**
     * The first row below the header, for what a file says of itself in every row; empty when it has none. Lines that
     * are no row are passed over; {@link #read} tells them.
     *
     * @throws UnreadableFileException when its header makes no sense
     */
    public Optional<Row> firstRow(SourceFile file) throws IOException {
        return table(file).firstRow();
    }

    private Table table(SourceFile file) throws IOException {
        Layout layout = find(file).map(HeadOfFile.Candidate::layout).orElse(Layout.of(separator));
        Encoding encoding = given == null ? Encoding.ofFile(file, otherwise) : new Encoding(given, false, false);
        return new Table(file, this, layout, encoding);
    }

    /** What is read otherwise than it is usually written, in words; nothing for a file as the format writes it. */
    List<String> remarks(Layout layout, Encoding encoding) {
        List<String> all = new ArrayList<>();
        if (given == null && (encoding.wide() || encoding.charset().equals(otherwise))) {
            all.add("read as " + encoding.title());
        }
        if (!layout.above().isEmpty()) {
            all.add("%d %s above the header passed over, beginning %s"
                    .formatted(
                            layout.above().size(),
                            layout.above().size() == 1 ? "line" : "lines",
                            SourceExcerpt.of(layout.above().get(0))));
        }
        return all;
    }

    Numbers.Marks marks(Layout layout) {
        boolean asPublished = layout.separator() == separator;
        return new Numbers.Marks(layout.separator() != ',', thousands && asPublished);
    }

    InputStream open(SourceFile file, Encoding encoding) throws IOException {
        return encoding.open(file.open());
    }
}
