package org.tidemark.producers.load;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tidemark.release.Load;

/**
 * Sources of which it takes all that was said before to know when a figure became public: those with an undated file
 * that is not the only one, with a file that comes after a later one, or with a load that did not note its series.
 */
final class Doubts {
    private final Collection<FileContent> contents;
    private final List<Load> noted;

    private Doubts(Collection<FileContent> contents, List<Load> noted) {
        this.contents = contents;
        this.noted = noted;
    }

    static Set<String> in(Collection<FileContent> contents, List<Load> noted) {
        Doubts doubts = new Doubts(contents, noted);
        Set<String> sources = new TreeSet<>();
        contents.forEach(file -> file.bySource().keySet().stream()
                .filter(source -> !sources.contains(source) && doubts.isDoubtful(source))
                .forEach(sources::add));
        return sources;
    }

    private boolean isDoubtful(String source) {
        List<FileContent> files = contents.stream()
                .filter(file -> file.bySource().containsKey(source))
                .toList();
        List<Load> all =
                noted.stream().filter(load -> load.source().equals(source)).toList();
        // What is sent again must become public as it did, so what is noted of it now is no reason to doubt.
        Set<String> hashes = files.stream().map(FileContent::hash).collect(Collectors.toSet());
        List<Load> before =
                all.stream().filter(load -> !hashes.contains(load.load())).toList();
        boolean undated = files.stream().anyMatch(file -> file.filed() == null && dates(file, source));
        return (undated && (files.size() > 1 || !all.isEmpty()))
                || before.stream().anyMatch(load -> isUndated(load) || load.series() == null)
                || files.stream().anyMatch(file -> all.stream().anyMatch(load -> isLater(load, file)));
    }

    /** Whether the source has figures in the file that do not state their dates themselves. */
    private static boolean dates(FileContent file, String source) {
        return file.bySource().getOrDefault(source, List.of()).stream().anyMatch(figure -> figure.stated() == null);
    }

    private static boolean isUndated(Load load) {
        return load.filed() == null && (load.series() == null || !load.series().isEmpty());
    }

    private static boolean isLater(Load load, FileContent file) {
        Instant filed = file.filed();
        return filed != null && load.filed() != null && filed.isBefore(load.filed());
    }
}
