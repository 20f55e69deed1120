package org.tidemark.standalone.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.producers.UnreadableFileException;

class ReplayDiffTest {
    private static final String JANUARY = "2025-01-31T00:00:00Z";
    private static final String FEBRUARY = "2025-02-28T23:59:59.999Z";
    private static final String MARCH = "2025-03-31T00:00:00Z";

    @TempDir
    private Path dir = Path.of("");

    @Test
    void twoThatSayTheSameAreTheSameHoweverTheyWereRun() throws IOException {
        ReplayDiff diff = diff(
                new Folder().estimate(JANUARY, "DK", "P0D", 20),
                new Folder().estimate(JANUARY, "DK", "P0D", 20).model("bank-2").input("x.csv", "ab"));

        assertThat(diff.saysTheSame()).isTrue();
        assertThat(diff.facts())
                .containsExactly(
                        new FactDifference("model", "bank-1", "bank-2"),
                        new FactDifference("input x.csv of MADE", null, "ab"));
        assertThat(text(diff, 20))
                .contains("model: bank-1 in A, bank-2 in B")
                .contains("input x.csv of MADE: none in A, ab in B")
                .endsWith("They say the same.\n");
    }

    @Test
    void aCellIsToldByItsLargestChangeAndItsLatest() throws IOException {
        ReplayDiff diff = diff(
                new Folder()
                        .estimate(JANUARY, "DK", "P0D", 20)
                        .estimate(JANUARY, "DK", "P5Y", 60)
                        .estimate(FEBRUARY, "DK", "P0D", 21)
                        .estimate(MARCH, "DK", "P0D", 22),
                new Folder()
                        .estimate(JANUARY, "DK", "P0D", 20.5)
                        .estimate(JANUARY, "DK", "P5Y", 57)
                        .estimate(FEBRUARY, "DK", "P0D", 21)
                        .estimate(MARCH, "DK", "P0D", 22.25));

        CellDifference dk = onlyCell(diff);
        assertThat(dk.changed()).isEqualTo(3);
        Change largest = Objects.requireNonNull(dk.largest());
        assertThat(largest.asOf()).isEqualTo(Instant.parse(JANUARY));
        assertThat(largest.item()).isEqualTo("P5Y");
        assertThat(largest.column()).isEqualTo("value");
        assertThat(largest.difference()).isEqualTo(-3);
        assertThat(largest.ofBand()).isEqualTo(1.5);
        assertThat(largest.unit()).isEqualTo("percent");
        assertThat(Objects.requireNonNull(dk.latest()).difference()).isEqualTo(0.25);
        assertThat(text(diff, 20))
                .contains("estimates.csv: 1 cells differ; 3 rows changed, 0 only in A, 0 only in B")
                .contains(
                        "P5Y as of 2025-01-31T00:00:00Z  60.0  57.0  -3.000  percent         150 %            +0.2500");
    }

    @Test
    void cellsThatAgreeInTheEndSaySo() throws IOException {
        ReplayDiff diff = diff(
                new Folder().estimate(JANUARY, "DK", "P0D", 20).estimate(MARCH, "DK", "P0D", 22),
                new Folder().estimate(JANUARY, "DK", "P0D", 21).estimate(MARCH, "DK", "P0D", 22));

        assertThat(onlyCell(diff).latest()).isNull();
        assertThat(text(diff, 20)).contains("agree");
    }

    @Test
    void rowsOfOneSideAreCountedWhereverTheyStand() throws IOException {
        ReplayDiff diff = diff(
                new Folder()
                        .estimate(JANUARY, "AT", "P0D", 1)
                        .estimate(FEBRUARY, "AT", "P0D", 1)
                        .estimate(FEBRUARY, "DK", "P0D", 2),
                new Folder()
                        .estimate(FEBRUARY, "AT", "P0D", 1)
                        .estimate(FEBRUARY, "SE", "P0D", 3)
                        .estimate(MARCH, "SE", "P0D", 3));

        TableDifference estimates = diff.tables().get(0);
        assertThat(estimates.cells())
                .extracting(d -> d.cell().economy(), CellDifference::onlyA, CellDifference::onlyB)
                .containsExactly(tuple("SE", 0L, 2L), tuple("AT", 1L, 0L), tuple("DK", 1L, 0L));
        assertThat(estimates.changed()).isZero();
    }

    @Test
    void cellsAreInTheOrderOfTheirChangesAsSharesOfTheirBands() throws IOException {
        ReplayDiff diff = diff(
                new Folder()
                        .estimate(JANUARY, "AT", "P0D", 20)
                        .estimate(JANUARY, "DK", "P0D", 20)
                        .estimate(JANUARY, "SE", "P0D", 20),
                new Folder()
                        .estimate(JANUARY, "AT", "P0D", 20.1)
                        .estimate(JANUARY, "DK", "P0D", 18)
                        .estimate(JANUARY, "SE", "P0D", 21));

        assertThat(diff.tables().get(0).cells())
                .extracting(d -> d.cell().economy())
                .containsExactly("DK", "SE", "AT");
        assertThat(text(diff, 2))
                .contains("... and 1 more cells; --all shows them")
                .doesNotContain("AT ");
    }

    @Test
    void whatIsWithinTheToleranceIsNoChange() throws IOException {
        Folder a = new Folder().estimate(JANUARY, "DK", "P0D", 20);
        Folder b = new Folder().estimate(JANUARY, "DK", "P0D", 20.25);

        assertThat(diff(a, b, 0.25).saysTheSame()).isTrue();
        assertThat(diff(a, b, 0.24).saysTheSame()).isFalse();
    }

    @Test
    void aBandThatHasChangedAloneIsToldByItsColumn() throws IOException {
        Folder b = new Folder().estimate(JANUARY, "DK", "P0D", 20).replaced("estimates.csv", ",22.0,", ",23.5,");

        Change largest = Objects.requireNonNull(onlyCell(diff(new Folder().estimate(JANUARY, "DK", "P0D", 20), b))
                .largest());

        assertThat(largest.column()).isEqualTo("upper95");
        assertThat(largest.difference()).isEqualTo(1.5);
    }

    @Test
    void theVersionOfAMethodIsNothingThatIsSaid() throws IOException {
        Folder b =
                new Folder().estimate(JANUARY, "DK", "P0D", 20).replaced("estimates.csv", ",3,model\n", ",3,model-2\n");

        assertThat(diff(new Folder().estimate(JANUARY, "DK", "P0D", 20), b).saysTheSame())
                .isTrue();
    }

    @Test
    void stagesAreToldBySpeedAndReasonsByTheirTexts() throws IOException {
        ReplayDiff diff = diff(
                new Folder().stage(JANUARY, "DK", 0.5, 0.2).withheld(JANUARY, "DK", "no exposure"),
                new Folder().stage(JANUARY, "DK", 0.4, 0.9).withheld(JANUARY, "DK", "no adoption"));

        Change stage =
                Objects.requireNonNull(diff.tables().get(0).cells().get(0).largest());
        assertThat(diff.tables()).extracting(TableDifference::file).containsExactly("stages.csv", "withheld.csv");
        assertThat(stage.column()).isEqualTo("speed");
        assertThat(Objects.requireNonNull(stage.ofBand())).isCloseTo(0.5, within(1e-9));
        assertThat(text(diff, 20)).contains("no exposure  no adoption  other text");
    }

    @Test
    void termsAreFoundByTheirNamesWhateverTheirOrder() throws IOException {
        ReplayDiff diff = diff(
                new Folder().term(JANUARY, "DK", "profitable_share", 23).term(JANUARY, "DK", "adoption", 10),
                new Folder().term(JANUARY, "DK", "adoption", 12).term(JANUARY, "DK", "profitable_share", 23));

        Change largest = Objects.requireNonNull(onlyCell(diff).largest());
        assertThat(onlyCell(diff).changed()).isEqualTo(1);
        assertThat(largest.item()).isEqualTo("adoption");
        assertThat(largest.difference()).isEqualTo(2);
        assertThat(text(diff, 20)).contains("adoption as of 2025-01-31T00:00:00Z");
    }

    @Test
    void jsonTellsTheSame() throws IOException {
        JsonNode json = json(diff(
                new Folder().estimate(JANUARY, "DK", "P0D", 20),
                new Folder().estimate(JANUARY, "DK", "P0D", 21).model("bank-2").row("rejected.csv", "A,x,a,1")));

        assertThat(json.path("same").asBoolean()).isFalse();
        assertThat(json.at("/run/model/b").asText()).isEqualTo("bank-2");
        JsonNode cell = json.at("/tables/estimates.csv/cells/0");
        assertThat(cell.path("economy").asText()).isEqualTo("DK");
        assertThat(cell.at("/largest/difference").asDouble()).isEqualTo(1);
        assertThat(cell.at("/largest/of_band80").asDouble()).isEqualTo(0.5);
        assertThat(cell.at("/latest/item").asText()).isEqualTo("P0D");
        assertThat(json.at("/rows/rejected.csv/b/0/reason").asText()).isEqualTo("A");
    }

    /** A later version writes further columns behind: what both have is compared, and the others are named. */
    @Test
    void columnsThatOnlyALaterVersionHasAreNamedAndNotCompared() throws IOException {
        Path a = new Folder()
                .estimate(JANUARY, "DK", "P0D", 20)
                .file("rejected.csv", "reason\n")
                .row("rejected.csv", "A")
                .in(dir.resolve("a"));
        Path b = new Folder()
                .estimate(JANUARY, "DK", "P0D", 21)
                .file("rejected.csv", "reason,detail\n")
                .row("rejected.csv", "A,x")
                .row("rejected.csv", "B,y")
                .in(dir.resolve("b"));

        ReplayDiff diff = ReplayDiff.between(a, b, 0, 5);

        assertThat(diff.facts()).contains(new FactDifference("columns of rejected.csv, not compared", null, "detail"));
        assertThat(diff.tables().get(0).cells()).hasSize(1);
        assertThat(diff.rows()).singleElement().satisfies(rows -> {
            assertThat(rows.onlyA()).isZero();
            assertThat(rows.onlyB()).isEqualTo(1);
        });
    }

    @Test
    void filesOfOneHashAreNotRead() throws IOException {
        Path a = new Folder().estimate(JANUARY, "DK", "P0D", 20).in(dir.resolve("a"));
        Path b = new Folder().estimate(JANUARY, "DK", "P0D", 20).in(dir.resolve("b"));
        Files.delete(a.resolve("estimates.csv"));

        assertThat(ReplayDiff.between(a, b, 0, 1).saysTheSame()).isTrue();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(
                        of(f -> f.file("estimates.csv", "as_of,value\n")), "estimates.csv has no column 'measure'"),
                Arguments.of(of(f -> f.file("estimates.csv", "")), "estimates.csv has no column 'as_of'"),
                Arguments.of(of(f -> f.replaced("stages.csv", "germination", "growth")), "has other columns in"),
                Arguments.of(of(f -> f.row("estimates.csv", "1,2")), "Record 2 has 2 fields"),
                Arguments.of(of(f -> f.estimate("yesterday", "DK", "P0D", 1)), "as_of 'yesterday' is not an instant"),
                Arguments.of(
                        of(f -> f.estimate(JANUARY, "DK", "P0D", 1).estimate(JANUARY, "DK", "P0D", 2)),
                        "is there twice"),
                Arguments.of(
                        of(f -> f.estimate(MARCH, "DK", "P0D", 1).estimate(JANUARY, "DK", "P0D", 1)),
                        "is out of the order of a replay"),
                Arguments.of(
                        of(f -> f.file("rejected.csv", "detail\n").row("rejected.csv", "x")), "has other columns in"),
                Arguments.of(of(f -> f.row("estimates.csv", "\"open")), "damaged"));
    }

    private static UnaryOperator<Folder> of(UnaryOperator<Folder> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatIsNoTableOfThisVersionIsTrouble(UnaryOperator<Folder> change, String told) {
        assertThatThrownBy(() -> diff(new Folder(), change.apply(new Folder())))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(told);
    }

    @Test
    void aFileThatWasLostIsTrouble() throws IOException {
        Path a = new Folder().in(dir.resolve("a"));
        Path b = new Folder().stage(JANUARY, "DK", 1, 1).in(dir.resolve("b"));
        Files.delete(b.resolve("stages.csv"));

        assertThatThrownBy(() -> ReplayDiff.between(a, b, 0, 1))
                .hasMessageContaining("has lost stages.csv, which its run.json names");
    }

    @Test
    void aRunJsonOfAnotherMakeIsTrouble() throws IOException {
        Path a = new Folder().in(dir.resolve("a"));
        Path b = new Folder().in(dir.resolve("b"));

        Files.writeString(b.resolve("run.json"), "{}");
        assertThatThrownBy(() -> ReplayDiff.between(a, b, 0, 1))
                .hasMessageContaining("is not as this version writes it");
        Files.writeString(b.resolve("run.json"), "{");
        assertThatThrownBy(() -> ReplayDiff.between(a, b, 0, 1)).hasMessageContaining("is no JSON");
    }

    private ReplayDiff diff(Folder a, Folder b) throws IOException {
        return diff(a, b, 0);
    }

    private ReplayDiff diff(Folder a, Folder b, double tolerance) throws IOException {
        return ReplayDiff.between(a.in(dir.resolve("a")), b.in(dir.resolve("b")), tolerance, 20);
    }

    private static CellDifference onlyCell(ReplayDiff diff) {
        assertThat(diff.tables()).hasSize(1);
        assertThat(diff.tables().get(0).cells()).hasSize(1);
        return diff.tables().get(0).cells().get(0);
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
