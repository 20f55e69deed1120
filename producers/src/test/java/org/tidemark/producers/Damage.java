package org.tidemark.producers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.validate.RejectReason;

/**
 * A way to spoil a good fixture in its middle, and what must be told of it.
 *
 * @param name what is wrong with it, for people
 * @param how from the good bytes to the spoilt ones
 * @param reason why something is then rejected
 * @param figuresLost how many figures the good fixture had more
 */
public record Damage(String name, How how, RejectReason reason, int figuresLost) {
    private static final int OVER_ANY_BOUND_BYTES = 3 << 20;
    private static final byte[] NO_UTF_8 = {'a', (byte) 0xC3, (byte) 0x28, (byte) 0xFF};

    /** From good bytes to spoilt ones. */
    @FunctionalInterface
    public interface How {
        byte[] spoil(byte[] good) throws IOException;
    }

    /** What befalls any table in UTF-8. */
    public static List<Damage> ofUtf8Table() {
        List<Damage> all = new ArrayList<>(ofTable());
        all.add(new Damage("bytes that are no text", insertLine(NO_UTF_8), RejectReason.BAD_ENCODING, 0));
        return all;
    }

    /** What befalls any table of delimited text. */
    public static List<Damage> ofTable() {
        byte[] tooLong = "9".repeat(OVER_ANY_BOUND_BYTES).getBytes(StandardCharsets.US_ASCII);
        return List.of(
                new Damage(
                        "a row of garbage",
                        insertLine("%$ garbage".getBytes(StandardCharsets.US_ASCII)),
                        RejectReason.MALFORMED,
                        0),
                new Damage(
                        "a quote that never closes",
                        insertLine("\"open".getBytes(StandardCharsets.US_ASCII)),
                        RejectReason.MALFORMED,
                        0),
                new Damage("a line over any bound", insertLine(tooLong), RejectReason.TOO_LONG, 0));
    }

    /** A damage that replaces the first occurrence of a text, and costs one figure. */
    public static Damage replacing(String name, String good, String bad, RejectReason reason) {
        How how = bytes -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int at = text.indexOf(good);
            if (at < 0) {
                throw new IllegalArgumentException("the fixture holds no '%s'; name what it holds".formatted(good));
            }
            String spoilt = text.substring(0, at) + bad + text.substring(at + good.length());
            return spoilt.getBytes(StandardCharsets.ISO_8859_1);
        };
        return new Damage(name, how, reason, 1);
    }

    /** The same damage where it costs another number of figures, as where all rows make one. */
    public Damage costing(int figures) {
        return new Damage(name, how, reason, figures);
    }

    /** Inserts a line before the last one, where the rows around it are good ones. */
    private static How insertLine(byte[] line) {
        return good -> {
            int at = lastLine(good);
            ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
            spoilt.write(good, 0, at);
            spoilt.writeBytes(line);
            spoilt.write('\n');
            spoilt.write(good, at, good.length - at);
            return spoilt.toByteArray();
        };
    }

    private static int lastLine(byte[] text) {
        int at = text.length - 2;
        while (at > 0 && text[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
