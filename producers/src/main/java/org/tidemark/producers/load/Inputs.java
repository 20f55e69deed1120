package org.tidemark.producers.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

/**
 * The files that the user means.
 *
 * @param named files named one by one; each of them must be of a known format
 * @param found files found in folders; what is of no known format among them is passed over and said
 */
public record Inputs(List<SourceFile> named, List<SourceFile> found) {
    private static final int DEPTH_MAX = 8;

    public Inputs {
        named = List.copyOf(named);
        found = List.copyOf(found);
    }

    /**
     * Looks at each path, into folders too; hidden files are left out.
     *
     * @throws UnreadableFileException when a path is missing or cannot be read
     */
    public static Inputs of(List<Path> paths) throws IOException {
        List<SourceFile> named = new ArrayList<>();
        List<SourceFile> found = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new UnreadableFileException("%s does not exist; check the path".formatted(path));
            }
            if (!Files.isReadable(path)) {
                throw new UnreadableFileException("%s cannot be read; check its permissions".formatted(path));
            }
            if (Files.isDirectory(path)) {
                found.addAll(inside(path));
            } else {
                named.add(new SourceFile(path));
            }
        }
        return new Inputs(named, found);
    }

    private static List<SourceFile> inside(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder, DEPTH_MAX, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .filter(p -> !isHidden(folder.relativize(p)))
                    .sorted(Comparator.comparing(Path::toString))
                    .map(SourceFile::new)
                    .toList();
        } catch (UncheckedIOException e) {
            throw new UnreadableFileException(
                    "%s cannot be read: %s; check its permissions".formatted(folder, e.getMessage()));
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }
}
