package org.tidemark.exposure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The publishers' own files, which are never part of the project; a test that needs them is skipped without. */
public final class RealData {
    private static final String VARIABLE = "TIDEMARK_DATA";
    private static final Path BESIDE_THE_PROJECT = Path.of("shared", "data");

    private RealData() {}

    /** The rows of a CSV within the data, by name of column; ends the test as skipped where it is absent. */
    public static List<Map<String, String>> rows(String place) {
        Path found = folder().resolve(place);
        assumeTrue(Files.exists(found), () -> "skipped: no %s; set %s to the folder of the publishers' files"
                .formatted(found, VARIABLE));
        return rows(found);
    }

    /** The rows of any CSV without line breaks in its cells; {@code #} begins a comment. */
    public static List<Map<String, String>> rows(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
            List<String> header = cells(lines.get(0).replace("\uFEFF", ""));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
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
