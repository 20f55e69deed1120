package org.tidemark.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A page that is open in a browser for all tests of a class, on the shipped figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Started before the first test, or all are skipped.
abstract class VisitedPage {
    @TempDir
    static Path dir = Path.of(".");

    Browser browser;
    private @Nullable OpenPage opened;
    private String root = "";

    @BeforeAll
    void start() throws Exception {
        assumeTrue(Browser.isInstalled(), "no chromium and chromedriver here; install Debian's chromium-driver");
        opened = OpenPage.on(dir);
        browser = opened.browser();
        root = opened.root();
    }

    @AfterAll
    void stop() {
        if (opened != null) {
            opened.close();
        }
    }

    OpenPage opened() {
        OpenPage page = opened;
        assertThat(page).isNotNull();
        return page;
    }

    JsonNode ask(String question) throws Exception {
        return OpenPage.ask(root, question);
    }

    /** What elements show, with what they say of themselves. */
    @SuppressWarnings("unchecked") // made so by the script
    List<Map<String, String>> marks(String selector) {
        return (List<Map<String, String>>) Objects.requireNonNull(browser.js(
                """
                return [...document.querySelectorAll(arguments[0])].map(e => ({...e.dataset, text: e.textContent.trim(),
                  median: e.querySelector('.median')?.textContent ?? '', ends: e.querySelector('.ends')?.textContent ?? ''}))
                """,
                selector));
    }
}
