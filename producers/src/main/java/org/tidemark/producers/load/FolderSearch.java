package org.tidemark.producers.load;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for files in a folder and below it; what cannot be looked into is said and does not hold up the rest. */
final class FolderSearch extends SimpleFileVisitor<Path> {
    private static final int DEPTH_MAX = 8;

    private final Path folder;
    private final SameFiles found;
    private final List<String> failures;

    private FolderSearch(Path folder, SameFiles found, List<String> failures) {
        this.folder = folder;
        this.found = found;
        this.failures = failures;
    }

    static void in(Path folder, SameFiles found, List<String> failures) throws IOException {
        Files.walkFileTree(
                folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH_MAX, new FolderSearch(folder, found, failures));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
        return isHidden(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isRegularFile()) {
            found.add(file);
        } else if (attributes.isDirectory()) {
            failures.add(
                    FileTrouble.line(file, "lies more than %d folders deep; name it itself".formatted(DEPTH_MAX - 1)));
        } else if (attributes.isSymbolicLink()) {
            failures.add(FileTrouble.line(file, "is a link to nothing; mend or remove it"));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        // A link back to a folder above leads to nothing that is not found there.
        if (!(e instanceof FileSystemLoopException) && !isHidden(file)) {
            failures.add(FileTrouble.line(file, e));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
        if (e != null) {
            failures.add(FileTrouble.line(dir, e));
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
        Path name = path.getFileName();
        return !path.equals(folder) && name != null && name.toString().startsWith(".");
    }
}
