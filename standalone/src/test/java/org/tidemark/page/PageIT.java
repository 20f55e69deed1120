package org.tidemark.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.it.TestSystem;

/** The page in a real browser, on a real system with the shipped figures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // Started before the first test, or all are skipped.
class PageIT {
    private static final String HOSTILE = "<img src=x onerror=window.hurt=1>";

    @TempDir
    private static Path dir = Path.of(".");

    private TestSystem system;
    private Browser browser;
    private String root = "";
    private @Nullable OpenPage opened;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(Browser.isInstalled(), "no chromium and chromedriver here; install Debian's chromium-driver");
        opened = OpenPage.on(dir);
        system = opened.system();
        browser = opened.browser();
        root = opened.root();
    }

    @AfterAll
    void stop() throws Exception {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("the levels on the overview are those of the API, to the last digit shown")
    void numbersAreThoseOfTheApi() throws Exception {
        browser.view("#/");
        int compared = 0;
        for (JsonNode e : ask("estimates?measure=penetration").path("estimates")) {
            String cell = "%s|%s|penetration|%s"
                    .formatted(
                            e.path("economy").asText(),
                            e.path("sector").asText(),
                            e.path("concept").asText());
            Object shown = browser.js(
                    "const b = document.querySelector(`button[data-cell='${arguments[0]}']`); return b && b.textContent",
                    cell);
            String said = e.at("/latest/said").asText();
            assertThat(String.valueOf(shown).replace(" %", "")).as(cell).isEqualTo(said);
            compared++;
        }
        assertThat(compared).isGreaterThan(10);
    }

    @Test
    @Order(2)
    @DisplayName("an economy's figures stand in the drawing at the middle of their period, with their values")
    void figuresStandAtTheirDates() {
        browser.view("#/economy/DK?concept=firms.any_use");
        browser.await("document.querySelector('[data-kind=nowcast]')");

        assertThat(
                        browser.js(
                                "return [...document.querySelectorAll('[data-kind=figure]')].map(m => m.dataset.date + ' ' + m.dataset.value)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("2021-07-02 23.9", "2023-07-02 15.2", "2024-07-02 27.6", "2025-07-02 42");
        assertThat(String.valueOf(browser.js("return document.title"))).startsWith("Denmark: Enterprises");
    }

    @Test
    @Order(3)
    @DisplayName("the date moves the page to what was known: in March 2025 there is no figure of 2025")
    void theDateMovesThePage() {
        browser.view("#/economy/DK?concept=firms.any_use&as_of=2025-03-31");
        browser.await("document.querySelectorAll('[data-kind=figure]').length === 3");

        assertThat(String.valueOf(browser.js("return document.querySelector('h1').textContent")))
                .contains("2024");
        assertThat(String.valueOf(browser.js("return document.title"))).contains("as known on Mar 31, 2025");
    }

    @ParameterizedTest
    @Order(4)
    @ValueSource(
            strings = {
                "#/",
                "#/economy",
                "#/economy/DK",
                "#/across",
                "#/asof?as_of=2025-03-31",
                "#/measures",
                "#/pipeline"
            })
    @DisplayName("axe-core finds nothing serious on any view")
    void everybodyCanReadIt(String view) throws IOException {
        browser.view(view);
        try (InputStream in = Objects.requireNonNull(
                PageIT.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"))) {
            browser.js(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object found = browser.later(
                "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(r => done(r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id + ': ' + v.nodes[0].html)))");

        assertThat(found).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
    }

    @Test
    @Order(5)
    @DisplayName("the arrow keys tell the marks of a drawing in words")
    void theKeyboardIsEnough() {
        browser.view("#/economy/DK?concept=firms.any_use");
        browser.await("document.querySelector('[data-picture=curve] svg')");
        browser.js(
                "const s = document.querySelector('[data-picture=curve] svg'); s.focus(); for (let i = 0; i < 20; i++) s.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft'}))");

        assertThat(String.valueOf(browser.js("return document.querySelector('.told').textContent")))
                .contains("2021", "23.9");
    }

    @Test
    @Order(6)
    @DisplayName("offline the page says so and keeps what it shows, and recovers")
    void offlineAndBack() {
        browser.view("#/");
        browser.await("document.getElementById('state').dataset.state === 'live'");
        browser.offline(true);
        browser.await("document.getElementById('state').dataset.state === 'away'");
        assertThat(browser.js("return document.querySelectorAll('.card').length"))
                .isNotEqualTo(0L);
        browser.offline(false);
        browser.await("document.getElementById('state').dataset.state === 'live'");
    }

    @Test
    @Order(7)
    @DisplayName("an alert arrives while somebody looks, and a hostile note is text")
    void anAlertArrives() throws Exception {
        browser.view("#/");
        browser.await("document.getElementById('state').dataset.state === 'live'");
        Path file = Files.writeString(
                dir.resolve("nl.csv"),
                """
                indicator,economy,sector,period,value,unit,published,source,note
                adoption.firms.any_use,NL,TOTAL,2024,22.7,percent,2025-01-31,MADE,%s
                adoption.firms.any_use,NL,TOTAL,2025,31.0,percent,2025-12-15,MADE,%s
                """
                        .formatted(HOSTILE, HOSTILE));
        system.load(file);

        assertThat(String.valueOf(browser.await("document.querySelector('.toast')?.textContent ?? ''")))
                .contains("PenetrationAbove10", "NL");
        browser.await("document.querySelector('.card[data-cell^=NL]')");
        browser.view("#/economy/NL");
        browser.await("document.body.textContent.includes(arguments[0])", HOSTILE);
        assertThat(browser.js(
                        "return [window.hurt ?? null, document.querySelectorAll('main img, main script').length]"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(null, 0L);
    }

    private JsonNode ask(String question) throws IOException, InterruptedException {
        return OpenPage.ask(root, question);
    }
}
