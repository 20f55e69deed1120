package org.tidemark.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The publishers' own files, which are never part of the project; a test that needs them is skipped without. */
public final class RealData {
    private static final String VARIABLE = "TIDEMARK_DATA";
    private static final Path BESIDE_THE_PROJECT = Path.of("shared", "data");

    private RealData() {}

    /** A folder within the data; ends the test as skipped where it is absent. */
    public static Path at(String place) {
        Path found = folder().resolve(place);
        assumeTrue(Files.exists(found), () -> "skipped: no %s; set %s to the folder of the publishers' files"
                .formatted(found, VARIABLE));
        return found;
    }

    /** Whether there is any, for a test that says less without. */
    public static boolean isThere() {
        return Files.exists(folder());
    }

    private static Path folder() {
        String told = System.getenv(VARIABLE);
        if (told != null && !told.isBlank()) {
            return Path.of(told);
        }
        return projectRoot().resolveSibling(BESIDE_THE_PROJECT).normalize();
    }

    /** The tests run in the module's folder or in the root; only the root has the modules below it. */
    static Path projectRoot() {
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return parent != null && Files.exists(parent.resolve("core").resolve("pom.xml")) ? parent : here;
    }
}
