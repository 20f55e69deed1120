package org.tidemark.producers.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tidemark.text.PlainText;

/**
 * The files of a ZIP that are read. They are written to places of our own: no path that the ZIP holds ever becomes one here.
 * What they unpack to is counted, and not what the ZIP says of it.
 */
final class ZipMember {
    private static final int NAMES_SHOWN = 5;
    private static final int NAME_CHARS = 60;
    private static final int BUFFER = 1 << 16;
    private static final int MEMBERS_MAX = 2_000;
    /** A name, and no path: it is the last of what stands between slashes, and neither hidden nor above us. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,100}");

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
            long unused = unpack(file, entry, unpacked, bytesMax);
        } catch (ZipException | IllegalArgumentException e) {
            Files.deleteIfExists(unpacked);
            throw new AbsentException("no ZIP that can be read: " + e.getMessage());
        } catch (BoundedBody.TooLargeException e) {
            Files.deleteIfExists(unpacked);
            throw e;
        }
        Files.move(unpacked, zip, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Unpacks each file whose name has a form, without its folder.
     *
     * @param form regular expression of whole names
     * @param into an empty folder
     * @param bytesMax of all files together
     * @throws AbsentException where there is none, or more than can be told apart
     * @throws BoundedBody.TooLargeException where they are larger than they may be
     */
    static List<Path> all(Path zip, String form, Path into, long bytesMax) throws IOException {
        List<Path> files = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            long left = bytesMax;
            for (ZipEntry entry : members(file, Pattern.compile(form))) {
                Path unpacked = into.resolve(name(entry));
                if (Files.exists(unpacked)) {
                    throw new AbsentException("the ZIP has two members '%s'".formatted(name(entry)));
                }
                left -= unpack(file, entry, unpacked, left);
                files.add(unpacked);
            }
            if (files.isEmpty()) {
                throw new AbsentException("the ZIP has no member of the form %s, only %s".formatted(form, names(file)));
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new AbsentException("no ZIP that can be read: " + e.getMessage());
        }
        return files;
    }

    private static List<ZipEntry> members(ZipFile file, Pattern form) throws AbsentException {
        List<ZipEntry> members = new ArrayList<>();
        for (ZipEntry entry : Collections.list(file.entries())) {
            String name = name(entry);
            if (NAME.matcher(name).matches() && form.matcher(name).matches()) {
                members.add(entry);
            }
        }
        if (members.size() > MEMBERS_MAX) {
            throw new AbsentException("the ZIP has %d members of the form %s, and %d at most are read"
                    .formatted(members.size(), form, MEMBERS_MAX));
        }
        return members;
    }

    private static String name(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private static long unpack(ZipFile file, ZipEntry entry, Path unpacked, long bytesMax) throws IOException {
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(unpacked)) {
            return copy(in, out, bytesMax);
        }
    }

    /** Returns how many bytes were copied. */
    private static long copy(InputStream in, OutputStream out, long bytesMax) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long all = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            all += n;
            if (all > bytesMax) {
                throw new BoundedBody.TooLargeException(bytesMax);
            }
            out.write(buffer, 0, n);
        }
        return all;
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
