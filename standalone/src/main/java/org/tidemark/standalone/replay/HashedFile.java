package org.tidemark.standalone.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tidemark.standalone.stored.WholeFile;

/** Writes a text file and says what its bytes hash to. */
final class HashedFile {
    private HashedFile() {}

    /** Writes to an open file. */
    interface Body {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes the file, line ends as the body has them, and returns the SHA-256 of its bytes in hexadecimal. */
    static String write(Path file, Body body) throws IOException {
        MessageDigest digest = sha256();
        WholeFile.write(file, bytes -> {
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(new DigestOutputStream(bytes, digest), StandardCharsets.UTF_8))) {
                body.writeTo(out);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of lines, each with its end, in hexadecimal. */
    static String ofLines(List<String> lines) {
        MessageDigest digest = sha256();
        lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
