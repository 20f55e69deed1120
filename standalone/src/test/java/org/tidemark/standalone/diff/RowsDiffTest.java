package org.tidemark.standalone.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose rows are listed: those that only one side has. */
class RowsDiffTest {
    private static final String JANUARY = "2025-01-31T00:00:00Z";
    private static final String MARCH = "2025-03-31T00:00:00Z";

    @TempDir
    private Path dir = Path.of("");

    @Test
    void ofTablesWithoutCellsTheRowsOfEachSideAreShownAsOftenAsTheyAre() throws IOException {
        ReplayDiff diff = diff(
                new Folder()
                        .row("rejected.csv", "BAD_NUMBER,x,a,1")
                        .row("rejected.csv", "BAD_NUMBER,x,a,1")
                        .row("rejected.csv", "MALFORMED,y,b,\"2,3\""),
                new Folder().row("rejected.csv", "MALFORMED,y,b,\"2,3\"").row("rejected.csv", "BAD_NUMBER,x,a,1"));

        RowsDifference rejected = diff.rows().get(0);
        assertThat(rejected.onlyA()).isEqualTo(1);
        assertThat(rejected.onlyB()).isZero();
        assertThat(rejected.groups().get(0).inA()).containsExactly(List.of("BAD_NUMBER", "x", "a", "1"));
        assertThat(text(diff, 20))
                .contains("rejected.csv: 1 rows only in A, 0 only in B")
                .contains("A BAD_NUMBER,x,a,1");
    }

    @Test
    void theOrderOfRowsWithoutCellsIsNothing() throws IOException {
        ReplayDiff diff = diff(
                new Folder().row("rejected.csv", "A,x,a,1").row("rejected.csv", "B,x,a,1"),
                new Folder().row("rejected.csv", "B,x,a,1").row("rejected.csv", "A,x,a,1"));

        assertThat(diff.saysTheSame()).isTrue();
    }

    @Test
    void aTableThatOnlyOneSideHasIsADifference() throws IOException {
        ReplayDiff diff = diff(new Folder(), new Folder().file("news.csv", Folder.NEWS));

        assertThat(diff.saysTheSame()).isFalse();
        assertThat(text(diff, 20)).contains("news.csv: 0 rows only in A, 0 only in B; A has no such file");
    }

    /** Else one rule that is changed would make every alert of every rule another. */
    @Test
    void theVersionOfTheRulesIsNoDifference() throws IOException {
        String header = "as_of,rule,event,rules\n";
        ReplayDiff diff = diff(
                new Folder().file("alerts.csv", header + "1,DemandShort,raised,aa\n2,SpeedUp,raised,aa\n"),
                new Folder().file("alerts.csv", header + "2,SpeedUp,raised,bb\n3,DemandShort,raised,bb\n"));

        assertThat(text(diff, 20))
                .contains("alerts.csv: 1 rows only in A, 1 only in B")
                .contains("A 1,DemandShort,raised,aa", "B 3,DemandShort,raised,bb")
                .doesNotContain("SpeedUp");
    }

    @Test
    void whatIsLeftOffIsCounted() throws IOException {
        Folder a = new Folder();
        Stream.of("1", "2", "3").forEach(n -> a.row("rejected.csv", "A,x,a," + n));

        ReplayDiff diff = diff(a, new Folder(), 2);

        assertThat(text(diff, 2))
                .contains("A A,x,a,2\nA ... and 1 more; --all shows them")
                .doesNotContain("a,3");
        assertThat(json(diff).at("/rows/rejected.csv/left_off").asInt()).isEqualTo(1);
    }

    @Test
    void newsAreToldByCellTheCellWithTheMostRowsFirst() throws IOException {
        Folder a = new Folder().news(JANUARY, "AT", 1).news(JANUARY, "DK", 1).news(MARCH, "DK", 2);
        Folder b = new Folder().news(JANUARY, "AT", 1).news(JANUARY, "DK", 1.5).news(MARCH, "SE", 3);

        ReplayDiff diff = diff(a, b);

        assertThat(text(diff, 20))
                .contains("news.csv: 2 rows only in A, 2 only in B, of 2 cells\n  as_of,horizon,before,after,kind,")
                .containsSubsequence(
                        "DK TOTAL penetration firms.any_use: 2 only in A, 1 only in B\n",
                        "A " + JANUARY + ",P0D,20.0,",
                        "A " + MARCH,
                        "B " + JANUARY,
                        "SE TOTAL penetration firms.any_use: 0 only in A, 1 only in B\n",
                        "B " + MARCH)
                .doesNotContain("AT TOTAL");
        JsonNode news = json(diff).at("/rows/news.csv");
        assertThat(news.path("only_a").asInt()).isEqualTo(2);
        assertThat(news.path("cells")).hasSize(2);
        assertThat(news.at("/cells/0/economy").asText()).isEqualTo("DK");
        assertThat(news.at("/cells/0/only_a").asInt()).isEqualTo(2);
        assertThat(news.at("/cells/0/b/0/impact").asDouble()).isEqualTo(1.5);
        assertThat(news.at("/cells/1/b/0/economy").asText()).isEqualTo("SE");
        assertThat(news.path("left_off").asInt()).isZero();
    }

    @Test
    void cellsOfNewsThatAreLeftOffAreCounted() throws IOException {
        Folder a = new Folder().news(JANUARY, "AT", 1).news(JANUARY, "DK", 1).news(MARCH, "DK", 2);

        ReplayDiff diff = diff(a, new Folder().file("news.csv", Folder.NEWS), 1);

        assertThat(text(diff, 20))
                .contains("A ... and 1 more; --all shows them\n... and 1 more cells; --all shows them")
                .doesNotContain("AT TOTAL");
        assertThat(json(diff).at("/rows/news.csv/left_off").asInt()).isEqualTo(1);
        assertThat(json(diff).at("/rows/news.csv/cells/0/left_off").asInt()).isEqualTo(1);
    }

    private ReplayDiff diff(Folder a, Folder b) throws IOException {
        return diff(a, b, 20);
    }

    private ReplayDiff diff(Folder a, Folder b, int rowsMax) throws IOException {
        return ReplayDiff.between(a.in(dir.resolve("a")), b.in(dir.resolve("b")), 0, rowsMax);
    }

    private static String text(ReplayDiff diff, int lines) {
        StringWriter out = new StringWriter();
        new DiffText(new PrintWriter(out), lines).print(diff);
        return out.toString();
    }

    private static JsonNode json(ReplayDiff diff) throws IOException {
        return new ObjectMapper().readTree(new DiffJson(20).text(diff));
    }
}
