package org.tidemark.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.peer.PeerClient;

/** Two monitors of which each has a part answer as one, or say what is missing. */
class PeersTest {
    private final TwoMonitors monitors = new TwoMonitors();

    @AfterEach
    void close() throws Exception {
        monitors.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimates",
                "estimates?format=csv",
                "estimates?limit=1",
                "estimates?limit=2&format=csv",
                "estimates?limit=4",
                "estimates?limit=5",
                "estimates?from=2024-01&limit=7",
                "estimates?from=2024-01&limit=10",
                "estimates?economy=DE",
                "estimates?economy=FR",
                "estimates?economy=CH",
                "estimates?as_of=2024-06-01",
                "news",
                "alerts?status=active",
                "observations",
                "quarantine",
                "indicators",
                "estimates?economy=Atlantis",
                "estimates?limit=x"
            })
    @DisplayName("C02-two-monitors-half-the-answer: each of two monitors answers as one that has everything")
    void eachAnswersAsOne(String question) {
        var expected = monitors.whole.get("/api/v1/" + question);

        for (QueryFixture monitor : List.of(monitors.asked, monitors.other)) {
            var answer = monitor.get("/api/v1/" + question);
            assertThat(answer.statusCode()).isEqualTo(expected.statusCode());
            assertThat(answer.body()).isEqualTo(expected.body());
            assertThat(answer.headers().firstValue("X-Truncated"))
                    .isEqualTo(expected.headers().firstValue("X-Truncated"));
            assertThat(monitor.send("HEAD", "/api/v1/" + question).headers().firstValueAsLong("content-length"))
                    .hasValue(expected.body().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    @DisplayName("R-two-monitors: who has died is named, and what the other has is told")
    void whoHasDiedIsNamed() throws Exception {
        monitors.other.close();

        monitors.requireThatTheOtherIsSaidTo("does not answer: connection refused");
    }

    @Test
    @DisplayName("R-two-monitors: a part that is being moved is missing, wherever it is")
    void aPartThatIsMovedIsMissing() throws Exception {
        monitors.second.moving = true;

        monitors.requireThatTheOtherIsSaidTo("cannot read it now");
    }

    @Test
    @DisplayName("R-two-monitors: recipes say what is missing as lists do")
    void recipesSayWhatIsMissing() throws Exception {
        monitors.other.close();

        assertThat(monitors.partial("/api/v1/recipes").get("recipes")).isNotEmpty();
    }

    @Test
    @DisplayName("R-two-monitors: a part that nobody is known to have is missing")
    void aPartWithoutHolderIsMissing() throws Exception {
        monitors.first.elsewhere.clear();

        JsonNode json = monitors.partial("/api/v1/estimates");

        assertThat(json.get("missing").get(0).get("monitor").isNull()).isTrue();
        assertThat(json.get("missing").get(0).get("why").textValue()).startsWith("no monitor is known to have it");
    }

    @Test
    @DisplayName("C02-two-monitors-half-the-answer: no question is passed on twice")
    void noQuestionIsPassedOnTwice() throws Exception {
        // Each believes that the other has it.
        monitors.second.elsewhere.put(TwoMonitors.SECOND, TwoMonitors.addressOf(monitors.asked));
        monitors.second.moving = true;

        monitors.requireThatTheOtherIsSaidTo("cannot read it now");
    }

    @Test
    void whoIsAskedByAMonitorAnswersForItself() {
        var answer = monitors.other.get(
                "/internal/v1/rows/estimates",
                PeerClient.APPLICATION,
                "ours",
                PeerClient.PARTS,
                "economies/0,economies/1",
                PeerClient.FORMAT,
                "json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(PeerClient.PARTS)).contains("economies/1");
        assertThat(answer.headers().firstValue(PeerClient.COUNT)).contains("2");
        assertThat(answer.body()).contains("\"FR\"").doesNotContain("\"DE\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"economies/9999999", "economies", "towns/1", "economies/-1", "null"})
    void aPartThatIsNoneIsRefused(String part) {
        var answer = monitors.other.get(
                "/internal/v1/rows/estimates", PeerClient.APPLICATION, "ours", PeerClient.PARTS, part);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("is no part");
    }

    @Test
    @DisplayName("R-two-monitors: ready says which part is missing")
    void readySaysWhatIsMissing() throws Exception {
        Coverage covered = new Coverage(monitors.whole.health(), monitors.first, new PeerClient(TwoMonitors.PATIENT));
        assertThat(covered.ready().well()).isTrue();

        monitors.other.close();
        Coverage now = new Coverage(monitors.whole.health(), monitors.first, new PeerClient(TwoMonitors.PATIENT));

        assertThat(now.live().well()).isTrue();
        assertThat(now.ready().well()).isFalse();
        assertThat(now.ready().why())
                .isEqualTo("parts of the answers are missing: economies/1 at %s: does not answer: connection refused"
                        .formatted(monitors.second()));
    }
}
