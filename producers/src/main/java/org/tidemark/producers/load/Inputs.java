package org.tidemark.producers.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tidemark.producers.SourceFile;

/**
 * The files that the user means, each once, in the order of their paths.
 *
 * @param named files named one by one; each of them must be of a known format
 * @param found files found in folders; what is of no known format among them is passed over and said
 * @param folders folders that were named; each must hold a file of a known format
 * @param failures one line for each path that is missing or cannot be read
 */
public record Inputs(List<SourceFile> named, List<SourceFile> found, List<Path> folders, List<String> failures) {
    public Inputs {
        named = List.copyOf(named);
        found = List.copyOf(found);
        folders = List.copyOf(folders);
        failures = List.copyOf(failures);
    }

    /** Looks at each path, into folders too; hidden files are left out. */
    public static Inputs of(List<Path> paths) throws IOException {
        SameFiles named = new SameFiles();
        SameFiles found = new SameFiles();
        TreeMap<String, Path> folders = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                failures.add(FileTrouble.line(path, "does not exist; check the path"));
            } else if (!Files.isReadable(path)) {
                failures.add(FileTrouble.line(path, "cannot be read; check its permissions"));
            } else if (Files.isDirectory(path)) {
                folders.put(path.toString(), path);
                FolderSearch.in(path, found, failures);
            } else if (Files.isRegularFile(path)) {
                named.add(path);
            } else {
                failures.add(FileTrouble.line(path, "is no regular file; write what it gives into one"));
            }
        }
        found.removeAll(named);
        return new Inputs(
                named.files(),
                found.files(),
                List.copyOf(folders.values()),
                failures.stream().distinct().sorted().toList());
    }
}
