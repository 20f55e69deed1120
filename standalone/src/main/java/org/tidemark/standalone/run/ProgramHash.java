package org.tidemark.standalone.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tidemark.estimate.Estimate;

/**
 * A hash of the program's estimators and rules as they were compiled: another one may say something else of the same
 * figures. The version of a release would not do, since two builds between releases have the same.
 */
final class ProgramHash {
    private static final int DIGITS = 16;
    /** Of a jar that holds all modules, those that estimate nothing. */
    private static final List<String> OTHERS = List.of("wire", "avro", "producers", "streams", "api", "standalone");

    private ProgramHash() {}

    static String hash() {
        try {
            Path home = Path.of(Estimate.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return hash(home.resolve("org").resolve("tidemark"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + home.toUri()), Map.of())) {
                return hash(jar.getPath("/org/tidemark"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every class has a home, and every JDK SHA-256", e);
        }
    }

    private static String hash(Path root) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Path> classes;
        try (Stream<Path> all = Files.walk(root)) {
            classes = all.filter(file -> file.toString().endsWith(".class"))
                    .filter(file ->
                            !OTHERS.contains(root.relativize(file).getName(0).toString()))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        }
        for (Path file : classes) {
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
