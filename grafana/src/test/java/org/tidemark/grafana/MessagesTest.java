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

    private static final String TOLD =
            "*US: Demand falls short of supply*\nUnited States, Real retail sales: Demand falls short of supply, "
                    + "US retail.pce_all: gap -2.1 % (-3.0 to -1.0) in 2009-03; probability >0.99, raised at 0.90 by 2 releases in a row; "
                    + "moved by FRED_MD@2009-05-01. Since 2009-05-01, by FRED_MD@2009-05-01 (2009-05-01); not attributable to AI.\n";

    @Test
    void theTitleCountsAndSaysWhatAllHaveInCommon() throws Exception {
        assertThat(written("title", "text")).isEqualTo("[1] Demand falls short of supply");
        assertThat(written("colour", "text")).isEqualTo("warning");
    }

    @Test
    void aTextHasTheSentenceTheTimeTheRunbookAndWhereToLook() throws Exception {
        assertThat(written("text", "text"))
                .contains(
                        "US: Demand falls short of supply\nUnited States, Real retail sales: Demand falls short of supply, "
                                + "US retail.pce_all: gap -2.1 % (-3.0 to -1.0) in 2009-03; probability >0.99, raised at 0.90 by 2 releases in a row; "
                                + "moved by FRED_MD@2009-05-01. Since 2009-05-01, by FRED_MD@2009-05-01 (2009-05-01); not attributable to AI.\n"
                                + "US, TOTAL: short.\nDelivered since 2026-11-25 10:00 UTC. Runbook: docs/runbooks/DemandShort.md\n"
                                + "Dashboard: http://localhost:3000/d/tidemark-economy?var-economy=US&var-sector=TOTAL&var-concept=retail.pce_all\n"
                                + "API: http://localhost:8080/api/v1/alerts?economy=US&rule=DemandShort")
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
                .isEqualTo(TOLD + "Runbook: docs/runbooks/DemandShort.md\n\n" + "Over: US: Demand <falls> short");
    }
}
