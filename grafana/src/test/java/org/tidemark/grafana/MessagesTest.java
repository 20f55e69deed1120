package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The messages as Alertmanager writes them: of one alert that is active and one that is over. */
class MessagesTest {
    private static String written(String template, String type) throws Exception {
        Program.Result result = Program.assumed("amtool")
                .run(
                        Place.ALERTMANAGER,
                        "template",
                        "render",
                        "--template.glob=templates/*.tmpl",
                        "--template.type=" + type,
                        "--template.text={{ template \"tidemark.%s\" . }}".formatted(template),
                        "--template.data=" + Place.MODULE.resolve("src/test/resources/message.json"));
        assertThat(result.exit()).as(result.said()).isZero();
        return result.said().strip();
    }

    @Test
    void theTitleCountsAndSaysWhatAllHaveInCommon() throws Exception {
        assertThat(written("title", "text")).isEqualTo("[1] Demand falls short of supply");
        assertThat(written("colour", "text")).isEqualTo("warning");
    }

    @Test
    void aTextHasTheSentenceTheTimeTheRunbookAndWhereToLook() throws Exception {
        assertThat(written("text", "text"))
                .contains("US, TOTAL: short.\nSince 2026-11-25 10:00 UTC. Runbook: docs/runbooks/DemandShort.md")
                .contains("Over: US: Demand <falls> short")
                .contains("over since 2026-11-25 12:00 UTC")
                .endsWith("http://localhost:3000/d/tidemark-economy?var-economy=US");
    }

    @Test
    void whatComesFromDataIsNoMarkupInAMail() throws Exception {
        assertThat(written("html", "html"))
                .contains("US: Demand &lt;falls&gt; short")
                .contains("<a href=\"http://localhost:3000/d/tidemark-economy?var-economy=US\">");
    }

    @Test
    void slackShowsWhatIsActiveInFullAndWhatIsOverInALine() throws Exception {
        assertThat(written("slack", "text"))
                .isEqualTo(
                        "*US: Demand falls short of supply*\nUS, TOTAL: short.\nRunbook: docs/runbooks/DemandShort.md\n\n"
                                + "Over: US: Demand <falls> short");
    }
}
