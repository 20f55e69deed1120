package org.tidemark.streams.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The files in which stores lie. They are only a copy of what is on the log, so that those that are not as they were written
 * are deleted and read again.
 *
 * <p>A store says by itself that it is damaged only when it comes to read the place, and not when a scan does; so a clean stop
 * notes a sum of every file, and while it runs it is seen to that no finished file changes.
 */
final class StateFiles {
    /** Written once and then only read, or deleted. */
    private static final String FINISHED = ".sst";

    private final Path folder;
    private final Path sums;
    private final Map<Path, String> seen = new HashMap<>();

    /**
     * Those of one application.
     *
     * @param stateDir of Kafka Streams
     */
    StateFiles(Path stateDir, String applicationId) {
        this.folder = stateDir.resolve(applicationId);
        this.sums = stateDir.resolve(applicationId + ".sums");
    }

    /** Notes all of them: they lie as a clean stop has left them. */
    void note() throws IOException {
        List<String> lines = new ArrayList<>();
        sums().forEach((name, sum) -> lines.add(sum + " " + name));
        Path part = sums.resolveSibling(sums.getFileName() + ".part");
        Files.write(part, lines, StandardCharsets.UTF_8);
        Path unused = Files.move(part, sums, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The first file that is not as a clean stop has left it, and null when all are or nothing was noted. What was noted is
     * forgotten, since they will change from now on.
     */
    @Nullable
    String changedSinceStop() throws IOException {
        if (!Files.exists(sums)) {
            return null;
        }
        SortedMap<String, String> noted = new TreeMap<>();
        for (String line : Files.readAllLines(sums, StandardCharsets.ISO_8859_1)) {
            int blank = line.indexOf(' ');
            noted.put(line.substring(blank + 1), line.substring(0, Math.max(0, blank)));
        }
        Files.delete(sums);
        SortedMap<String, String> now = sums();
        return noted.equals(now) ? null : difference(noted, now);
    }

    private static String difference(SortedMap<String, String> noted, SortedMap<String, String> now) {
        SortedMap<String, String> all = new TreeMap<>(noted);
        all.putAll(now);
        return all.keySet().stream()
                .filter(name -> !noted.getOrDefault(name, "").equals(now.getOrDefault(name, "")))
                .findFirst()
                .map(name -> now.containsKey(name) ? name + " has changed" : name + " is gone")
                .orElse("a file has changed");
    }

    private SortedMap<String, String> sums() throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        for (Path file : stored()) {
            found.put(folder.relativize(file).toString(), sum(file));
        }
        return found;
    }

    private static String sum(Path file) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        }
        return Long.toHexString(sum.getValue());
    }

    /** The files of tasks; what the application keeps beside them is no store. */
    private List<Path> stored() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> folder.relativize(file).getNameCount() > 1)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith(".lock"))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The first finished file that another than the store has changed since the last look; null when there is none. */
    @Nullable
    String changedMeanwhile() throws IOException {
        Map<Path, String> now = new HashMap<>();
        String changed = null;
        for (Path file : stored()) {
            if (file.toString().endsWith(FINISHED)) {
                String is = stamp(file);
                String was = seen.get(file);
                // A file without a stamp has been deleted by its store; one still being written grows once and then
                // rests.
                if (is != null) {
                    now.put(file, is);
                    changed = was == null || was.equals(is) || isGrowing(was, is) ? changed : file + " has changed";
                }
            }
        }
        seen.clear();
        seen.putAll(now);
        return changed;
    }

    private static boolean isGrowing(String was, String is) {
        return Long.parseLong(was.substring(0, was.indexOf('@'))) < Long.parseLong(is.substring(0, is.indexOf('@')));
    }

    private static @Nullable String stamp(Path file) throws IOException {
        try {
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            return about.size() + "@" + about.lastModifiedTime();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Deletes the stores. The name under which the process writes stays: what it has left open is ended under it. */
    void delete() throws IOException {
        seen.clear();
        boolean unused = Files.deleteIfExists(sums);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                boolean kept = file.equals(folder)
                        || (folder.relativize(file).getNameCount() == 1 && Files.isRegularFile(file));
                if (!kept) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
