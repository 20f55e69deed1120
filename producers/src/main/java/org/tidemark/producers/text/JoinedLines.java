package org.tidemark.producers.text;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lines held until a quoted field closes; bounded in number and in bytes. */
final class JoinedLines {
    /** A note of a publisher runs over a few lines; a quote left open runs to the end of the file. */
    static final int LINES_MAX = 64;

    private final Line first;
    private final StringBuilder text;
    private final List<Line> following = new ArrayList<>();
    private long size;

    JoinedLines(Line first, String text) {
        this.first = first;
        this.text = new StringBuilder(text);
        this.size = first.size();
    }

    void add(Line line) {
        following.add(line);
        size += line.size();
    }

    boolean isFull() {
        return following.size() >= LINES_MAX || size > LineSource.LINE_BYTES_MAX;
    }

    void append(String more) {
        text.append('\n').append(more);
    }

    /** All but the first line, before whatever else is to be read. */
    void giveBack(Deque<Line> queue) {
        for (int i = following.size() - 1; i >= 0; i--) {
            queue.addFirst(following.get(i));
        }
    }

    RecordText record() {
        ByteArrayOutputStream original = new ByteArrayOutputStream();
        original.writeBytes(first.original());
        for (Line line : following) {
            original.write('\n');
            int room = Line.ORIGINAL_BYTES_MAX - original.size();
            if (room <= 0) {
                break;
            }
            original.write(line.bytes(), 0, Math.min(room, line.bytes().length));
        }
        return new RecordText(first.number(), text.toString(), cut(original.toByteArray()));
    }

    private static byte[] cut(byte[] bytes) {
        return bytes.length <= Line.ORIGINAL_BYTES_MAX
                ? bytes
                : java.util.Arrays.copyOf(bytes, Line.ORIGINAL_BYTES_MAX);
    }
}
