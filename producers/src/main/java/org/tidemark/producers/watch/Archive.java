package org.tidemark.producers.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.tidemark.catalogue.Endpoint;

/**
 * What was received, as it was received: {@code ENDPOINT/INSTANT-HASH/FILE}. A replay of the folder reads the instants from
 * the names. What is hidden is no part of it: what is remembered of each endpoint, and the last answer that was refused.
 */
public final class Archive {
    private static final String STATE = ".state";
    private static final String LIST = ".list";
    private static final String PART = ".part";
    private static final String INCOMING = ".incoming";
    private static final String UNPACKED = ".unpacked";
    private static final String ASIDE = ".aside";
    private static final int HASH_SHOWN = 12;

    private final Path folder;
    private final long bytesMax;

    /**
     * Opens one, and makes it where there is none.
     *
     * @param bytesMax how large it may be; what comes when it is larger is refused
     */
    public Archive(Path folder, long bytesMax) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.bytesMax = bytesMax;
    }

    /** Why nothing more is kept; empty while there is room. */
    String trouble() throws IOException {
        long bytes = bytes();
        return bytes < bytesMax
                ? ""
                : "archive %s holds %d bytes of %d; move old folders elsewhere, or raise --archive-mb"
                        .formatted(folder, bytes, bytesMax);
    }

    private long bytes() throws IOException {
        long[] all = new long[1];
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return all[0];
    }

    private Path of(Endpoint endpoint) throws IOException {
        return Files.createDirectories(folder.resolve(endpoint.id()));
    }

    /** Where an answer is written while it comes: under its own name, since a format may read that. */
    Path incoming(Endpoint endpoint) throws IOException {
        return Files.createDirectories(of(endpoint).resolve(INCOMING)).resolve(endpoint.file());
    }

    /** An empty folder for the files of a ZIP that has come. */
    Path unpacked(Endpoint endpoint) throws IOException {
        Path into = Files.createDirectories(of(endpoint).resolve(UNPACKED));
        try (DirectoryStream<Path> before = Files.newDirectoryStream(into)) {
            for (Path file : before) {
                Files.delete(file);
            }
        }
        return into;
    }

    /** The hash of a file's bytes, hexadecimal. */
    static String hash(Path file) throws IOException {
        MessageDigest sha = sha();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** The hash of several, in their order. */
    static String hash(List<String> hashes) {
        MessageDigest sha = sha();
        hashes.forEach(one -> sha.update(one.getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Keeps an answer for good. */
    void keep(Endpoint endpoint, Instant received, String hash, Path incoming) throws IOException {
        move(incoming, of(endpoint).resolve(name(received, hash)), endpoint);
    }

    /** Keeps the last answer that is not taken, for whoever wants to look at it; returns where. */
    Path aside(Endpoint endpoint, Path incoming) throws IOException {
        return move(incoming, of(endpoint).resolve(ASIDE), endpoint);
    }

    private static Path move(Path incoming, Path into, Endpoint endpoint) throws IOException {
        Path kept = Files.createDirectories(into).resolve(endpoint.file());
        return Files.move(incoming, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String name(Instant received, String hash) {
        return Moment.of(received) + "-" + hash.substring(0, HASH_SHOWN);
    }

    /** An answer that was kept. */
    record Kept(String name, Path file) {
        /** Whether its bytes have that hash, as far as its name tells. */
        boolean isOf(String hash) {
            return hash.length() > HASH_SHOWN && name.endsWith("-" + hash.substring(0, HASH_SHOWN));
        }

        /** Whether it is that file, under that name. */
        boolean is(Parts.Part part) {
            return isOf(part.hash())
                    && String.valueOf(file.getFileName()).equals(part.kept().file());
        }
    }

    /** Answers of an endpoint that came after one, in the order in which they came. */
    List<Kept> after(Endpoint endpoint, String name) throws IOException {
        List<Kept> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(of(endpoint), Files::isDirectory)) {
            for (Path one : all) {
                String own = String.valueOf(one.getFileName());
                Optional<Path> file = own.startsWith(".") || own.compareTo(name) <= 0 ? Optional.empty() : file(one);
                file.ifPresent(kept -> found.add(new Kept(own, kept)));
            }
        }
        found.sort((a, b) -> a.name().compareTo(b.name()));
        return found;
    }

    /** The file in the folder of an answer, under whatever name it was listed; none where a run ended before it was there. */
    private static Optional<Path> file(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).min(Comparator.naturalOrder());
        }
    }

    /** What an endpoint lists and is still to be had; none listed yet where that cannot be read. */
    FileList list(Endpoint endpoint) throws IOException {
        Properties all = new Properties();
        try (InputStream in = Files.newInputStream(of(endpoint).resolve(LIST))) {
            all.load(in);
            return FileList.of(all);
        } catch (NoSuchFileException | DateTimeException | IllegalArgumentException nothing) {
            return FileList.empty();
        }
    }

    void remember(Endpoint endpoint, FileList list) throws IOException {
        write(of(endpoint).resolve(LIST), list.properties());
    }

    /** What is remembered of an endpoint; nothing where that cannot be read, so that it is asked as if for the first time. */
    EndpointState state(Endpoint endpoint) throws IOException {
        Properties all = new Properties();
        try (InputStream in = Files.newInputStream(of(endpoint).resolve(STATE))) {
            all.load(in);
            return EndpointState.of(all);
        } catch (NoSuchFileException | DateTimeException | IllegalArgumentException nothing) {
            return EndpointState.NEW;
        }
    }

    void remember(Endpoint endpoint, EndpointState state) throws IOException {
        write(of(endpoint).resolve(STATE), state.properties());
    }

    private static void write(Path file, Properties all) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        try (OutputStream out = Files.newOutputStream(part)) {
            all.store(out, null);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
