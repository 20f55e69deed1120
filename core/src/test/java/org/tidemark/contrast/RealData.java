package org.tidemark.contrast;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The publishers' own files, which are never part of the project; a test that needs them is skipped without. */
final class RealData {
    private static final String VARIABLE = "TIDEMARK_DATA";
    private static final Path BESIDE_THE_PROJECT = Path.of("shared", "data");

    private RealData() {}

    /** The lines of a file; ends the test as skipped where it is absent. */
    static List<String> lines(String place) throws IOException {
        Path found = folder().resolve(place);
        assumeTrue(Files.exists(found), () -> "skipped: no %s; set %s to the folder of the publishers' files"
                .formatted(found, VARIABLE));
        return Files.readAllLines(found);
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
