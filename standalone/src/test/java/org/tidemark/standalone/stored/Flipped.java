package org.tidemark.standalone.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/** Files as a broken disk gives them back. */
public final class Flipped {
    private Flipped() {}

    /** Turns all bits of some bytes around; the same ones each time. */
    public static void bytes(Path file, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) 0xff;
        }
        Files.write(file, bytes);
    }

    /** A copy of a directory, to be damaged. */
    public static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(file -> copyOne(file, to.resolve(from.relativize(file))));
        }
        return to;
    }

    private static void copyOne(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
