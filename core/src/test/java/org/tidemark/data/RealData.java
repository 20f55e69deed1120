package org.tidemark.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The publishers' own files, which are never part of the project; a test that needs them is skipped without. */
public final class RealData {
    private static final String VARIABLE = "TIDEMARK_DATA";
    private static final Path BESIDE_THE_PROJECT = Path.of("shared", "data");

    private RealData() {}

    /** A file or folder within the data; ends the test as skipped where it is absent. */
    public static Path at(String place) {
        Path found = folder().resolve(place);
        assumeTrue(Files.exists(found), () -> "skipped: no %s; set %s to the folder of the publishers' files"
                .formatted(found, VARIABLE));
        return found;
    }

    /** The lines of a file; ends the test as skipped where it is absent. */
    public static List<String> lines(String place) throws IOException {
        return Files.readAllLines(at(place));
    }

    /** The rows of a CSV within the data, by name of column; ends the test as skipped where it is absent. */
    public static List<Map<String, String>> rows(String place) {
        return rows(at(place));
    }

    /** The rows of any CSV, by name of column; {@code #} begins a comment. */
    public static List<Map<String, String>> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .detectBomHeader(true)
                .ofNamedCsvRecord(file)) {
            return reader.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String told = System.getenv(VARIABLE);
        if (told != null && !told.isBlank()) {
            return Path.of(told);
        }
        return projectRoot().resolveSibling(BESIDE_THE_PROJECT).normalize();
    }

    /** The tests run in the module's folder or in the root; only the root has the modules below it. */
    private static Path projectRoot() {
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return parent != null && Files.exists(parent.resolve("core").resolve("pom.xml")) ? parent : here;
    }
}
