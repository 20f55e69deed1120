package org.tidemark.producers.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/**
 * The lines at the beginning of a file, and every header that could stand in them: in each of the first lines, cut by
 * each of the usual separators. Which of them it is, the format knows by its columns; nothing is guessed from counts.
 */
final class HeadOfFile {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    /** A spreadsheet's own first line: {@code sep=;}. */
    private static final Pattern DECLARED = Pattern.compile("\"?sep=(.)\"?[,;\\t|]*", Pattern.CASE_INSENSITIVE);

    private final String file;
    private final DelimitedText text;
    private final Encoding encoding;
    private final List<Line> lines = new ArrayList<>();
    /** Whether the last line may go on beyond the head. */
    private final boolean cut;

    private HeadOfFile(SourceFile file, DelimitedText text) throws IOException {
        byte[] head = file.head();
        this.file = file.name();
        this.text = text;
        this.encoding = text.encodingOf(head);
        try (LineSource source = new LineSource(encoding.open(new ByteArrayInputStream(head)))) {
            for (Line line = source.next(); line != null; line = source.next()) {
                lines.add(line);
            }
            this.cut = source.ended() && head.length == SourceFile.HEAD_BYTES_MAX;
        }
    }

    static HeadOfFile of(SourceFile file, DelimitedText text) throws IOException {
        return new HeadOfFile(file, text);
    }

    /** A header and how the file is written if it is the header. */
    record Candidate(Layout layout, Header header) {}

    /** Takes candidates until it has seen enough. */
    @FunctionalInterface
    interface Taker {
        /** Whether to go on. */
        boolean take(Candidate candidate);
    }

    /** Shows every candidate, the format's own separator and the first line first. */
    void forEach(Taker taker) {
        int last = Math.min(lines.size() - 1, Layout.LINES_ABOVE_MAX);
        for (int i = 0; i <= last; i++) {
            for (char separator : separators(i)) {
                Optional<Candidate> candidate = candidate(i, separator);
                if (candidate.isPresent() && !taker.take(candidate.get())) {
                    return;
                }
            }
        }
    }

    private Set<Character> separators(int line) {
        Set<Character> all = new LinkedHashSet<>();
        if (line == 0 || holds(line, text.separator())) {
            all.add(text.separator());
        }
        Optional<Character> declared = declared();
        if (declared.isPresent() && line > 0) {
            all.add(declared.get());
        }
        for (char separator : SEPARATORS) {
            if (holds(line, separator)) {
                all.add(separator);
            }
        }
        return all;
    }

    private boolean holds(int line, char ascii) {
        for (byte b : lines.get(line).bytes()) {
            if (b == ascii) {
                return true;
            }
        }
        return false;
    }

    private Optional<Character> declared() {
        Matcher m = DECLARED.matcher(textOf(lines.get(0)));
        return m.matches() ? Optional.of(m.group(1).charAt(0)) : Optional.empty();
    }

    private Optional<Candidate> candidate(int from, char separator) {
        Rest rest = new Rest(from);
        try (RecordSource records = text.records(rest, encoding.charset(), separator)) {
            RecordText record = records.next(HeadOfFile::stop);
            if (record == null || (cut && rest.at == lines.size())) {
                return Optional.empty();
            }
            Header header = new Cells(file, separator, Numbers.NONE).header(record);
            return Optional.of(new Candidate(new Layout(separator, from, above(from)), header));
        } catch (IOException noHeader) {
            return Optional.empty();
        }
    }

    private static void stop(Object reason, String where, String detail, byte[] original)
            throws UnreadableFileException {
        throw new UnreadableFileException(detail);
    }

    private List<String> above(int header) {
        return lines.subList(0, header).stream()
                .filter(line -> !text.isComment(line))
                .map(this::textOf)
                .filter(said -> !said.isBlank() && !DECLARED.matcher(said).matches())
                .toList();
    }

    private String textOf(Line line) {
        return new String(line.bytes(), encoding.charset()).strip();
    }

    /** The lines from one on. */
    private final class Rest implements Lines {
        private int at;

        Rest(int from) {
            this.at = from;
        }

        @Override
        public @Nullable Line next() {
            return at < lines.size() ? lines.get(at++) : null;
        }

        @Override
        public void close() {}
    }
}
