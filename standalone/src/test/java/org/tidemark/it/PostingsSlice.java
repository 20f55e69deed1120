package org.tidemark.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Some lines of Indeed's files, so that a test with real figures stays cheap. */
public final class PostingsSlice {
    private PostingsSlice() {}

    /** The dated files, in the order of their dates. */
    public static List<Path> files(Path postings) throws IOException {
        try (Stream<Path> all = Files.list(postings)) {
            return all.filter(file -> name(file).startsWith("AI_posting."))
                    .sorted()
                    .toList();
        }
    }

    /** Writes the header and some lines under the name of the file, which holds its date. */
    public static Path of(Path file, Path folder, Predicate<String> keeps) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<String> kept = Stream.concat(
                        lines.stream().limit(1), lines.stream().skip(1).filter(keeps))
                .toList();
        return Files.write(folder.resolve(name(file)), kept, StandardCharsets.UTF_8);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
