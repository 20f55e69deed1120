package org.tidemark.producers.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.producers.SourceFile;

/** Paths of files, each file once, however it is reached. */
final class SameFiles {
    private static final Comparator<Path> ORDER = Comparator.comparing(Path::toString);

    private final Map<Path, Path> byRealPath = new TreeMap<>();

    void add(Path path) throws IOException {
        Path real = path.toRealPath();
        byRealPath.merge(real, path, (a, b) -> chosen(real, a, b));
    }

    void removeAll(SameFiles others) {
        byRealPath.keySet().removeAll(others.byRealPath.keySet());
    }

    /** A name may hold the file's date, so its own name is taken before that of a link to it. */
    private static Path chosen(Path real, Path a, Path b) {
        boolean ownA = isOwn(real, a);
        return ownA == isOwn(real, b) ? (ORDER.compare(a, b) <= 0 ? a : b) : (ownA ? a : b);
    }

    private static boolean isOwn(Path real, Path path) {
        return real.equals(path.toAbsolutePath().normalize());
    }

    List<SourceFile> files() {
        return byRealPath.values().stream().sorted(ORDER).map(SourceFile::new).toList();
    }
}
