package org.tidemark.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidemark.text.PlainText;

/**
 * Who may write and decide, or read: a file with a line {@code NAME:TOKEN} for each person. A line without a name stands for
 * {@code token}. The file is read again when it has changed, so that a person can be added and removed without a restart.
 */
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final long BYTES_MAX = 1024 * 1024;
    private static final int NAME_CHARS_MAX = 100;
    private static final String NAMELESS = "token";
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");
    private static final Set<PosixFilePermission> FOR_OTHERS =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    // Nobody compares entries, and a token is kept as its digest only.
    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(String name, byte[] digest) {}

    private record Line(String name, String token) {
        Entry entry() {
            return new Entry(name, digest(token));
        }

        /** Without the token. */
        @Override
        public String toString() {
            return name;
        }
    }

    private record State(@Nullable FileTime modified, long size) {}

    private final Path file;
    private State read;
    private List<Entry> entries;

    private Tokens(Path file, State read, List<Entry> entries) {
        this.file = file;
        this.read = read;
        this.entries = entries;
    }

    /**
     * Reads a file.
     *
     * @throws IOException in one line when it is absent, unreadable or holds no token
     */
    public static Tokens in(Path file) throws IOException {
        State state = state(file);
        return new Tokens(file, state, entries(file));
    }

    /** Why others than its owner may know or change what the file holds; empty where they may not. */
    public Optional<String> warning() throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return Optional.empty();
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        return permissions.stream().anyMatch(FOR_OTHERS::contains)
                ? Optional.of("%s can be read or changed by others than its owner; set it to 0600".formatted(file))
                : Optional.empty();
    }

    /** The name of whoever sent an Authorization header; empty where its token is none of the file's. */
    public Optional<String> nameOf(@Nullable String authorization) {
        java.util.regex.Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
        if (!bearer.matches()) {
            return Optional.empty();
        }
        byte[] digest = digest(bearer.group(1));
        String name = null;
        // All are compared, each in constant time: how long it takes says nothing of which was nearly right.
        for (Entry entry : current()) {
            if (MessageDigest.isEqual(entry.digest(), digest)) {
                name = entry.name();
            }
        }
        return Optional.ofNullable(name);
    }

    /** What the file holds now. While it cannot be read nobody is let in. */
    private synchronized List<Entry> current() {
        try {
            State now = state(file);
            if (!now.equals(read)) {
                read = now;
                entries = entries(file);
                LOG.info("{} has been read again: {} tokens", file, entries.size());
            }
        } catch (IOException e) {
            LOG.warn("no token is valid: {}", e.getMessage());
            read = new State(null, 0);
            entries = List.of();
        }
        return entries;
    }

    private static State state(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no token file %s; write NAME:TOKEN on each of its lines".formatted(file));
        }
        return new State(Files.getLastModifiedTime(file), Files.size(file));
    }

    /** The first token of the file, for whoever asks another server in our name; empty while it cannot be read. */
    public Optional<String> first() {
        try {
            return Optional.of(parse(file).get(0).token());
        } catch (IOException e) {
            LOG.warn("no token to ask others with: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Entry> entries(Path file) throws IOException {
        return parse(file).stream().map(Line::entry).toList();
    }

    private static List<Line> parse(Path file) throws IOException {
        if (Files.size(file) > BYTES_MAX) {
            throw new IOException("%s is longer than %d bytes; it is no token file".formatted(file, BYTES_MAX));
        }
        List<String> lines =
                Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
        List<Line> parsed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    new String(lines.get(i).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                parsed.add(line(file, i + 1, line));
            }
        }
        if (parsed.isEmpty()) {
            throw new IOException("%s holds no token; write NAME:TOKEN on each of its lines".formatted(file));
        }
        return List.copyOf(parsed);
    }

    /** Complaints name the line only: what stands there is a secret. */
    private static Line line(Path file, int number, String line) throws IOException {
        int colon = line.indexOf(':');
        String name = colon < 0 ? NAMELESS : line.substring(0, colon).strip();
        String token = line.substring(colon + 1).strip();
        boolean nameIsGood = !name.isEmpty() && name.length() <= NAME_CHARS_MAX && PlainText.isPlain(name);
        boolean tokenIsGood = !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 0x7F);
        if (!nameIsGood || !tokenIsGood) {
            throw new IOException(
                    "%s, line %d is not NAME:TOKEN, a name of at most %d characters and a token of printable ASCII without blanks"
                            .formatted(file, number, NAME_CHARS_MAX));
        }
        return new Line(name, token);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
