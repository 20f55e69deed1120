package org.tidemark.producers.text;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.tidemark.validate.RejectReason;

/**
 * Physical lines as records. What is no record is told and left behind, one line at a time: a quote that never closes
 * costs the line it stands in, not the rest of the file.
 */
final class RecordSource implements Closeable {
    private final Lines lines;
    private final StrictDecoder decoder;
    private final QuoteScan quotes;
    private final boolean comments;
    /** Lines that were read in search of a closing quote and are to be read again. */
    private final Deque<Line> again = new ArrayDeque<>();

    RecordSource(Lines lines, StrictDecoder decoder, QuoteScan quotes, boolean comments) {
        this.lines = lines;
        this.decoder = decoder;
        this.quotes = quotes;
        this.comments = comments;
    }

    /** The next record; null at the end. Empty lines and comments are passed over. */
    @Nullable
    RecordText next(RowErrors trouble) throws IOException {
        for (Line line = line(); line != null; line = line()) {
            if (line.isEmpty() || (comments && line.startsWith('#'))) {
                continue;
            }
            RecordText record = record(line, trouble);
            if (record != null) {
                return record;
            }
        }
        return null;
    }

    private @Nullable RecordText record(Line line, RowErrors trouble) throws IOException {
        String text = line.tooLong() ? null : decoder.decode(line.bytes());
        if (text == null) {
            tellUnreadable(line, trouble);
            return null;
        }
        return switch (quotes.after(text, false)) {
            case CLOSED -> new RecordText(line.number(), text, line.original());
            case OPEN -> joined(line, text, trouble);
            case BROKEN -> {
                trouble.at(
                        RejectReason.MALFORMED,
                        line.where(),
                        "text follows a closing quote in %s; quote the whole cell and double the quotes within it"
                                .formatted(SourceExcerpt.of(text)),
                        line.original());
                yield null;
            }
        };
    }

    private void tellUnreadable(Line line, RowErrors trouble) throws IOException {
        if (line.tooLong()) {
            trouble.at(
                    RejectReason.TOO_LONG,
                    line.where(),
                    "line of %d bytes, at most %d are read; break it into rows"
                            .formatted(line.size(), LineSource.LINE_BYTES_MAX),
                    line.original());
        } else {
            trouble.at(
                    RejectReason.BAD_ENCODING,
                    line.where(),
                    "bytes that are no %s; save the file in that character set".formatted(decoder.charset()),
                    line.original());
        }
    }

    private @Nullable RecordText joined(Line first, String text, RowErrors trouble) throws IOException {
        JoinedLines join = new JoinedLines(first, text);
        for (Line line = line(); line != null; line = line()) {
            join.add(line);
            String more = line.tooLong() || join.isFull() ? null : decoder.decode(line.bytes());
            QuoteScan.State state = more == null ? QuoteScan.State.BROKEN : quotes.after(more, true);
            if (more == null || state == QuoteScan.State.BROKEN) {
                break;
            }
            join.append(more);
            if (state == QuoteScan.State.CLOSED) {
                return join.record();
            }
        }
        join.giveBack(again);
        trouble.at(
                RejectReason.MALFORMED,
                first.where(),
                "the quote opened in %s does not close within %d lines and %d bytes; close it, or double it within the cell"
                        .formatted(SourceExcerpt.of(text), JoinedLines.LINES_MAX, LineSource.LINE_BYTES_MAX),
                first.original());
        return null;
    }

    private @Nullable Line line() throws IOException {
        Line before = again.poll();
        return before == null ? lines.next() : before;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
