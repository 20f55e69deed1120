package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publisher that answers with what has changed. */
class ChangesTest {
    private static final String HEADER = "DATAFLOW,geo,freq,indic_is,unit,nace_r2,size_emp,TIME_PERIOD,OBS_VALUE\n";

    @TempDir
    private Path dir = Path.of("");

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    private static String rows(String... values) {
        StringBuilder text = new StringBuilder(HEADER);
        for (String value : values) {
            text.append("ESTAT:ISOC_EB_AI(1.0),%s,A,E_AI_TANY,PC_ENT,C10-S951_X_K,GE10,2024,11.5\n".formatted(value));
        }
        return text.toString();
    }

    private PlayedWatch watch(String source) {
        return new PlayedWatch(
                dir.resolve("archive"),
                "source: %s, address: '%s', answers: changes, file: a.csv"
                        .formatted(source, stage.address("/data?format=csv")));
    }

    private List<String> questions() {
        return stage.asked().stream().map(Stage.Asked::query).toList();
    }

    @Test
    @DisplayName("the instant of the last good answer is sent, few figures are no loss, and none are nothing new")
    void whatHasChanged() throws Exception {
        stage.script(
                "/data",
                Stage.file(rows("DK", "SE", "DE", "FR"), "ETag", "\"v1\""),
                Stage.file(rows("DK")),
                Stage.status(500),
                Stage.file(HEADER),
                Stage.status(404),
                Stage.bytes(new byte[0]),
                Stage.file(rows("SE")));
        PlayedWatch watch = watch("EUROSTAT");
        for (int i = 0; i < 6; i++) {
            watch.day();
        }

        assertThat(watch.told)
                .containsExactly(
                        "received 4",
                        "received 1",
                        "SERVER_ERROR HTTP status 500",
                        "unchanged",
                        "unchanged",
                        "unchanged",
                        "received 1");
        assertThat(questions())
                .containsExactly(
                        "format=csv",
                        "format=csv&updatedAfter=2026-11-30T10%3A05%3A06Z",
                        "format=csv&updatedAfter=2026-12-01T10%3A05%3A06Z",
                        "format=csv&updatedAfter=2026-12-01T10%3A05%3A06Z",
                        "format=csv&updatedAfter=2026-12-02T10%3A06%3A06Z",
                        "format=csv&updatedAfter=2026-12-03T10%3A06%3A06Z",
                        "format=csv&updatedAfter=2026-12-04T10%3A06%3A06Z");
        assertThat(stage.asked()).allSatisfy(question -> assertThat(question.header("If-None-Match"))
                .isEmpty());
    }

    @Test
    @DisplayName("after a month everything is asked for again, and an address that has moved is found out")
    void everythingNowAndThen() throws IOException {
        stage.script("/data", Stage.file(rows("DK", "SE")), Stage.status(404));
        PlayedWatch watch = watch("EUROSTAT");
        while (watch.told.stream().noneMatch(line -> line.startsWith("NOT_FOUND"))) {
            watch.day();
        }

        assertThat(Duration.between(PlayedWatch.START, watch.now()))
                .isBetween(Duration.ofDays(31), Duration.ofDays(33));
        assertThat(questions()).last().isEqualTo("format=csv");
    }

    @Test
    @DisplayName("of a source whose files are complete, changes would withdraw all the rest, and are refused")
    void ofACompleteSource() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> watch("INDEED_AI_POSTINGS"))
                .withMessage(
                        "catalogue: endpoint one: answers: changes cannot be of INDEED_AI_POSTINGS, whose files are complete, so that all they leave out is withdrawn; write all, or coverage: partial at the source");
    }
}
