package org.tidemark.api.query;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.series.Event;
import org.tidemark.series.Observation;
import org.tidemark.wire.Codec;
import org.tidemark.wire.Codecs;
import org.tidemark.wire.UndecodableException;

/** Bytes as they were received, for people to read. */
public final class OriginalText {
    private static final Codec<Event> RECORDS = Codecs.singleObject().events();

    private OriginalText() {}

    /**
     * What a record of ours says, as a row of the plain CSV: what was refused behind the topic was text before, and its
     * bytes tell nobody anything. Empty for all other bytes.
     */
    public static Optional<String> ofRecord(byte[] bytes) {
        try {
            if (!(RECORDS.decode(bytes) instanceof Observation observation)) {
                return Optional.empty();
            }
            StringWriter text = new StringWriter();
            ObservationCsv rows = ObservationCsv.begin(text);
            rows.write(new VintageRow(observation, false, false, null));
            rows.flush();
            return text.toString().lines().skip(1).findFirst();
        } catch (UndecodableException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For people: a record of ours as its row, all other bytes as {@link #printable}. */
    public static String readable(byte[] bytes) {
        return ofRecord(bytes).orElseGet(() -> printable(bytes));
    }

    /**
     * The bytes as text where all of it is printable UTF-8 without a backslash, else byte by byte with \\xNN for what is
     * no printable ASCII: nothing is lost, nothing can be read two ways, and no terminal is harmed.
     */
    public static String printable(byte[] bytes) {
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        if (decoded.codePoints().allMatch(OriginalText::isPlain)) {
            return decoded;
        }
        StringBuilder escaped = new StringBuilder();
        for (byte b : bytes) {
            boolean ascii = b >= ' ' && b < 0x7f && b != '\\';
            escaped.append(ascii ? String.valueOf((char) b) : String.format(Locale.ROOT, "\\x%02x", b));
        }
        return escaped.toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        // Format characters turn the reading direction or hide; a replacement stands for bytes that were no UTF-8.
        boolean hidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return !hidden && c != '\uFFFD' && c != '\\';
    }

    /** Whether the bytes are UTF-8 without control characters but those of lines: the rows of a file, and no record of ours. */
    static boolean isText(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .codePoints()
                .allMatch(c -> isPlain(c) || c == '\\' || c == '\n' || c == '\r' || c == '\t');
    }
}
