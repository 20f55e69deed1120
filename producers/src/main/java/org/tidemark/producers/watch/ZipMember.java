package org.tidemark.producers.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tidemark.text.PlainText;

/**
 * The one file of a ZIP that is read. It is found by its whole name and written to a place of our own: no name that the ZIP
 * holds ever becomes a path here. What it unpacks to is counted, and not what the ZIP says of it.
 */
final class ZipMember {
    private static final int NAMES_SHOWN = 5;
    private static final int NAME_CHARS = 60;
    private static final int BUFFER = 1 << 16;

    private ZipMember() {}

    /** There is no such member, or the answer is no ZIP. */
    static final class AbsentException extends IOException {
        private static final long serialVersionUID = 1L;

        AbsentException(String message) {
            super(message);
        }
    }

    /**
     * Puts the member in place of its ZIP.
     *
     * @throws AbsentException where the answer is left as it is
     * @throws BoundedBody.TooLargeException where the member is larger than it may be
     */
    static void take(Path zip, String member, long bytesMax) throws IOException {
        Path unpacked = zip.resolveSibling(zip.getFileName() + ".member");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry(member);
            if (entry == null || entry.isDirectory()) {
                throw new AbsentException("the ZIP has no member '%s', only %s".formatted(member, names(file)));
            }
            try (InputStream in = file.getInputStream(entry);
                    OutputStream out = Files.newOutputStream(unpacked)) {
                copy(in, out, bytesMax);
            }
        } catch (ZipException | IllegalArgumentException e) {
            Files.deleteIfExists(unpacked);
            throw new AbsentException("no ZIP that can be read: " + e.getMessage());
        } catch (BoundedBody.TooLargeException e) {
            Files.deleteIfExists(unpacked);
            throw e;
        }
        Files.move(unpacked, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(InputStream in, OutputStream out, long bytesMax) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            all += n;
            if (all > bytesMax) {
                throw new BoundedBody.TooLargeException(bytesMax);
            }
            out.write(buffer, 0, n);
        }
    }

    private static String names(ZipFile file) {
        String names = file.stream()
                .limit(NAMES_SHOWN)
                .map(entry -> PlainText.of(entry.getName()))
                .map(name -> "'%s'".formatted(name.length() > NAME_CHARS ? name.substring(0, NAME_CHARS) : name))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nothing" : names + (file.size() > NAMES_SHOWN ? " and others" : "");
    }
}
