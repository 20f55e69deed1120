package org.tidemark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/tidemark/web");
    private static final int FIRST_VIEW_BYTES_MAX = 120_000;
    private static final int LINES_MAX = 300;

    private final PageFiles files = PageFiles.load();

    @Test
    @DisplayName("the list names every file of the folder and no other")
    void theListIsTheFolder() throws IOException {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            List<String> inFolder = found.filter(Files::isRegularFile)
                    .map(path -> FOLDER.relativize(path).toString())
                    .filter(path -> !path.equals("files.txt"))
                    .toList();
            assertThat(files.all().stream().map(PageFile::path).filter(path -> !path.equals(PageFiles.CHARTS)))
                    .containsExactlyInAnyOrderElementsOf(inFolder);
        }
    }

    @Test
    @DisplayName("the root is the index, and nothing else is served")
    void theRootIsTheIndex() {
        assertThat(files.at("/").orElseThrow().path()).isEqualTo("index.html");
        assertThat(files.at("/js/main.js").orElseThrow().contentType()).startsWith("text/javascript");
        assertThat(files.at("/files.txt")).isEmpty();
        assertThat(files.at("/../web/PageFiles.class")).isEmpty();
    }

    @Test
    @DisplayName("every module that a module imports is there, with the same spelling")
    void everyImportIsThere() {
        Pattern imported = Pattern.compile("(?:from|import)\\s*\\(?\\s*'(\\.[^']+)'");
        for (PageFile file : files.all()) {
            if (!file.path().startsWith("js/")) {
                continue;
            }
            Matcher matcher = imported.matcher(text(file));
            while (matcher.find()) {
                String path = Path.of(file.path())
                        .resolveSibling(matcher.group(1))
                        .normalize()
                        .toString();
                assertThat(files.at(path)).as(file.path() + " imports " + path).isPresent();
            }
        }
    }

    @Test
    @DisplayName("no file says anything to another origin, or holds script or style where markup is")
    void nothingComesFromElsewhere() {
        assertThat(text(files.at("/").orElseThrow()))
                .doesNotContain("<script>", "<style", "style=", "onclick", "http://", "https://");
        for (PageFile file : files.all()) {
            if (file.path().startsWith("js/")) {
                assertThat(text(file))
                        .as(file.path())
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                        .doesNotContain("new Function");
                assertThat(text(file).lines()).as(file.path()).hasSizeLessThan(LINES_MAX);
            }
        }
    }

    @Test
    @DisplayName("all files together are compressed to a fraction of what the first view may cost")
    void allFilesAreSmall() {
        assertThat(files.all().stream().mapToInt(file -> file.gzipped().length).sum())
                .isLessThan(FIRST_VIEW_BYTES_MAX);
    }

    @Test
    @DisplayName("D3 is there, each module with its licence line")
    void chartsAreThere() {
        assertThat(text(files.at("/lib/d3.js").orElseThrow()))
                .contains("https://d3js.org/d3-scale/", "https://d3js.org/d3-shape/", "Copyright");
    }

    private static String text(PageFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
