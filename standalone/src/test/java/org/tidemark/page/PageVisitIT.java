package org.tidemark.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** What somebody does with the page: visits it by keyboard, takes files away, decides. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PageVisitIT extends VisitedPage {
    private static final int TABS_MAX = 400;

    @Test
    @Order(4)
    @DisplayName("a whole visit by keyboard alone: to an economy, its table, a number explained, another day and back")
    void theKeyboardAloneIsEnough() {
        browser.view("#/");
        browser.js("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')");

        press("main a[href^='#/economy/DK']", Keys.ENTER);
        browser.await(
                "location.hash.startsWith('#/economy/DK') && document.getElementById('main').getAttribute('aria-busy') === 'false'");
        assertThat(String.valueOf(browser.js("return document.activeElement.id")))
                .isEqualTo("main");
        press("main summary", Keys.ENTER);
        browser.await("document.querySelector('main details').open");
        press("main button.figure[data-cell^='DK']", Keys.SPACE);
        browser.await(
                "document.querySelector('dialog').open && document.querySelector('dialog').textContent.includes('Question to the API')");
        browser.type(Keys.ESCAPE);
        browser.await("!document.querySelector('dialog').open");
        press("#before", Keys.ENTER);
        browser.await("location.hash.includes('as_of=')");
        press("#now", Keys.ENTER);
        browser.await("!location.hash.includes('as_of=')");
    }

    @Test
    @Order(5)
    @DisplayName("play goes from publication to publication")
    void playMovesTheDay() {
        browser.view("#/?as_of=2025-01-31");
        browser.js("document.getElementById('play').click()");
        browser.await("location.hash.includes('as_of=') && !location.hash.includes('2025-01-31')");
        String first = String.valueOf(browser.js("return location.hash"));
        browser.await("location.hash !== arguments[0]", first);
        String second = String.valueOf(browser.js("return location.hash"));
        browser.js(
                "if (document.getElementById('play').getAttribute('aria-label') === 'Pause') document.getElementById('play').click()");

        assertThat(second.isEmpty() || second.equals("#/") || second.compareTo(first) > 0)
                .as(first + " then " + second)
                .isTrue();
        assertThat(browser.js("return document.getElementById('play').getAttribute('aria-label')"))
                .isEqualTo("Play forward");
    }

    @Test
    @Order(6)
    @DisplayName("the drawing is taken away as PNG, what it shows as CSV, and its question is a link that is answered")
    void whatIsShownIsTakenAway() {
        browser.view("#/economy/DK?concept=firms.any_use");
        browser.await("document.querySelector('[data-picture=curve] svg')");
        browser.js(
                """
                window.taken = [];
                const made = URL.createObjectURL.bind(URL);
                URL.createObjectURL = blob => { window.taken.push(blob); return made(blob); };
                HTMLAnchorElement.prototype.click = function () { window.named = this.download; };
                for (const b of document.querySelectorAll('.downloads button')) if (b.textContent === 'CSV') { b.click(); break; }
                """);
        browser.await("window.named?.endsWith('.csv')");
        Object csv = browser.later("const done = arguments[0]; window.taken.at(-1).text().then(done)");
        assertThat(String.valueOf(csv).lines().toList())
                .startsWith("period,period_end,kind,value,lower80,upper80,source,published")
                .anySatisfy(line -> assertThat(line).startsWith("2021,2021-12-31,figure,23.9,"));

        browser.js(
                "for (const b of document.querySelectorAll('.downloads button')) if (b.textContent === 'PNG') { b.click(); break; }");
        browser.await("window.named?.endsWith('.png')");
        Object png = browser.later(
                "const done = arguments[0]; const blob = window.taken.at(-1); createImageBitmap(blob).then(i => done([blob.type, i.width > 600, i.height > 400, blob.size > 5000]))");
        assertThat(String.valueOf(png)).isEqualTo("[image/png, true, true, true]");

        Object answered = browser.later(
                "const done = arguments[0]; fetch([...document.querySelectorAll('.downloads a')].find(a => a.textContent === 'API').href).then(r => done(r.status))");
        assertThat(answered).isEqualTo(200L);
    }

    @ParameterizedTest
    @Order(7)
    @CsvSource({"SE, Release, released", "FI, Discard, discarded"})
    @DisplayName("a held release says what it would do, and is released or discarded with a token")
    void whatIsHeldIsDecided(String economy, String button, String status) throws Exception {
        opened().system().load(rewritten(economy));
        JsonNode held = ask("quarantine?status=held&economy=" + economy).at("/judgements/0");
        assertThat(held.path("estimates")).isNotEmpty();
        browser.view("#/");
        browser.view("#/pipeline");
        browser.await(
                "[...document.querySelectorAll('main th[scope=row]')].some(c => c.textContent === arguments[0])",
                economy);

        Object would = browser.js(
                "const row = [...document.querySelectorAll('main tr')].find(r => r.firstChild.textContent === arguments[0]); row.querySelector('button').click(); return [...row.querySelectorAll('[data-with]')].map(e => e.dataset.without + ' ' + e.dataset.with)",
                economy);
        assertThat(String.valueOf(would))
                .isEqualTo(StreamSupport.stream(held.path("estimates").spliterator(), false)
                        .map(e ->
                                e.get("without").asText() + " " + e.get("with").asText())
                        .toList()
                        .toString());
        decide(economy, button, "no-token");
        browser.await("document.querySelector('main form [role=status]').textContent.startsWith('Not decided')");
        decide(economy, button, OpenPage.TOKEN);
        opened().system().drain();

        JsonNode decided = ask("quarantine?status=%s&economy=%s".formatted(status, economy))
                .at("/judgements/0");
        assertThat(decided.path("decided_by").asText()).isEqualTo("Ada Lovelace");
        assertThat(decided.path("release").asText())
                .isEqualTo(held.path("release").asText());
    }

    private void decide(String economy, String button, String token) {
        browser.js(
                """
                const form = [...document.querySelectorAll('main tr')].find(r => r.firstChild.textContent === arguments[0]).querySelector('form');
                form.querySelector('input[type=password]').value = arguments[2];
                form.querySelector('input:not([type=password])').value = 'looked at';
                [...form.querySelectorAll('button')].find(b => b.textContent === arguments[1]).click();
                """,
                economy,
                button,
                token);
        browser.await("(document.querySelector('main form [role=status]')?.textContent ?? 'gone') !== ''");
    }

    /** Twelve years, and a month later all of them anew and a third higher: out of all habit. */
    private static Path rewritten(String economy) throws Exception {
        StringBuilder rows = new StringBuilder("indicator,economy,sector,period,value,unit,published,source\n");
        for (String day : List.of("2022-03-01", "2022-04-01")) {
            double factor = day.equals("2022-03-01") ? 1 : 1.3;
            IntStream.range(0, 12)
                    .forEach(i -> rows.append("adoption.firms.any_use,%s,TOTAL,%d,%s,percent,%s,MADE%n"
                            .formatted(economy, 2010 + i, factor * (2 + i), day)));
        }
        return Files.writeString(dir.resolve(economy + ".csv"), rows);
    }

    /** Goes on with Tab until something has the focus, and presses a key there. */
    private void press(String selector, Keys key) {
        int tabs = 0;
        while (!Boolean.TRUE.equals(browser.js("return document.activeElement.matches(arguments[0])", selector))) {
            browser.type(Keys.TAB);
            tabs++;
            assertThat(tabs).as(selector + " is reached by Tab").isLessThan(TABS_MAX);
        }
        browser.type(key);
    }
}
