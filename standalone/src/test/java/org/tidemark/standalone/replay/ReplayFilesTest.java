package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.api.query.OriginalText;
import org.tidemark.catalogue.MeasureRecipes;
import org.tidemark.catalogue.ShippedCatalogue;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.estimate.Term;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.series.Period;
import org.tidemark.standalone.table.ReplayTable;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

class ReplayFilesTest {
    private static final MeasureRecipes RECIPES =
            ShippedCatalogue.with(List.of()).recipes().measures();

    private static final String REALTIME = "tidemark_history_estimate_realtime_ratio{";

    @TempDir
    private Path dir = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b,c", "Zürich; 27,6 %", "tout à fait", "日本"})
    void whatIsPrintableStaysAsItIs(String text) {
        assertThat(OriginalText.printable(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
    }

    @Test
    void whatIsNoTextIsWrittenByteByByte() {
        byte[] bytes = {(byte) 0xC3, 0x01, 'a', 0x7f, '\n', (byte) 0xFF};

        assertThat(OriginalText.printable(bytes)).isEqualTo("\\xc3\\x01a\\x7f\\x0a\\xff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u009b2J", "a\u007f", "a\tb", "\u202egnp.exe", "a\u2028b", "a\u200bb"})
    void nothingReachesATerminalThatMovesOrHidesWhatItShows(String text) {
        assertThat(OriginalText.printable(text.getBytes(StandardCharsets.UTF_8)))
                .contains("\\x")
                .matches("[ -~]*");
    }

    @Test
    void aBackslashOfTheTextCannotBeTakenForOneOfOurs() {
        assertThat(OriginalText.printable("\\x41".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\\x5cx41");
    }

    @Test
    void whatWasSaidTwiceOfOneInstantIsKeptAsItWasSaidLast() {
        Estimate before = estimate("DK", "2025-01-31T00:00:00Z", 20);
        Estimate after = estimate("DK", "2025-01-31T00:00:00Z", 21);
        Estimate earlier = estimate("SE", "2024-01-31T00:00:00Z", 30);

        assertThat(result(List.of(before, after, earlier), List.of()).estimates())
                .containsExactly(earlier, after);
    }

    @Test
    void cellsThatTheHistoryCannotShowAreCounted() throws Exception {
        List<Estimate> many = IntStream.rangeClosed(1, 502)
                .mapToObj(n -> estimate("A%03d".formatted(n), "2025-01-31T00:00:00Z", 20))
                .toList();

        ReplayFiles.Written written = new ReplayFiles(dir, RECIPES).write(result(many, List.of()));

        assertThat(written.history().cells()).isEqualTo(500);
        assertThat(written.history().leftOff()).isEqualTo(2);
    }

    @Test
    @DisplayName("R-escapes-in-csv: no cell of a replay is a formula to a spreadsheet, and its readers take that back")
    void noCellIsAFormula() throws Exception {
        Rejection rejection = new Rejection(
                RejectReason.BAD_NUMBER,
                "+cmd|' /C calc'!A0",
                "@a.csv, line 2",
                null,
                null,
                "\u001b[31m=1",
                null,
                "=1+1".getBytes(StandardCharsets.UTF_8));

        new ReplayFiles(dir, RECIPES).write(result(List.of(), List.of(rejection)));

        assertThat(Files.readAllLines(dir.resolve("rejected.csv")).get(1))
                .isEqualTo("BAD_NUMBER,'+cmd|' /C calc'!A0,\"'@a.csv, line 2\",,,\uFFFD[31m=1,,'=1+1");
        try (ReplayTable table = ReplayTable.open(dir.resolve("rejected.csv"), List.of("reason"))) {
            assertThat(Objects.requireNonNull(table.read()).text("original")).isEqualTo("=1+1");
        }
    }

    @Test
    void everyTableIsWholeAndEndsWithALine() throws Exception {
        Rejection rejection = new Rejection(
                RejectReason.BAD_NUMBER,
                "value 'x' is no number",
                "a.csv, line 2",
                null,
                null,
                null,
                null,
                "x,\"y\"".getBytes(StandardCharsets.UTF_8));

        ReplayFiles.Written written = new ReplayFiles(dir, RECIPES)
                .write(result(List.of(estimate("DK", "2025-01-31T00:00:00Z", 20)), List.of(rejection)));

        assertThat(written.history().leftOff()).isZero();
        assertThat(written.hashes())
                .containsOnlyKeys(
                        "estimates.csv",
                        "news.csv",
                        "alerts.csv",
                        "quarantine.csv",
                        "stages.csv",
                        "terms.csv",
                        "withheld.csv",
                        "recipes.csv",
                        "rejected.csv",
                        "smoothed.csv",
                        "history.om");
        assertThat(Files.readString(dir.resolve("estimates.csv")))
                .endsWith(
                        "2025-01-31T00:00:00Z,penetration,firms.any_use,DK,TOTAL,2024,P0D,20,19,21,18,22,,percent,2,model,2024-01-01,2024-12-31\n")
                .hasLineCount(2);
        assertThat(Files.readString(dir.resolve("rejected.csv")))
                .isEqualTo(
                        """
                        reason,detail,place,source,economy,release,published,original
                        BAD_NUMBER,value 'x' is no number,"a.csv, line 2",,,,,"x,""y"\""
                        """);
        assertThat(Files.readString(dir.resolve("stages.csv"))).hasLineCount(1).endsWith("midpoint_prior_share\n");
        assertThat(Files.readString(dir.resolve("history.om")))
                .contains("measure=\"penetration\",sector=\"TOTAL\"} 0.2 1738368000\n")
                .endsWith("\n# EOF\n");
    }

    @Test
    void whereAllFiguresWereWithdrawnTheTablesAndTheHistorySaySo() throws Exception {
        Estimate level = estimate("JP", "2025-01-30T00:00:00Z", 20);
        Estimate withdrawn = Estimate.withdrawn(level.key(), Instant.parse("2025-02-01T00:00:00Z"), "model", "percent");

        var unused = new ReplayFiles(dir, RECIPES).write(result(List.of(level, withdrawn), List.of()));

        assertThat(Files.readString(dir.resolve("withheld.csv")))
                .endsWith(
                        "2025-02-01T00:00:00Z,penetration,firms.any_use,JP,TOTAL,2025-02-01,0,model,nothing is left to estimate from\n");
        assertThat(Files.readString(dir.resolve("history.om")).lines().filter(l -> l.startsWith(REALTIME)))
                .hasSize(2);
    }

    @Test
    void whatAnEstimateIsMadeOfAndWhyAnotherIsSilentHaveTablesOfTheirOwn() throws Exception {
        Estimate level = estimate("DK", "2025-01-31T00:00:00Z", 20);
        Estimate ledger = new Estimate(
                new EstimateKey("DK", "TOTAL", "displacement.ledger", "jobs.firms.any_use"),
                level.asOf(),
                level.period(),
                2,
                "00",
                "ledger-1",
                "percent",
                level.levels(),
                null,
                List.of(
                        new Term("profitable_share", 0.23, 0.12, 0.5, Term.Basis.ASSUMED, "share", "Svanberg, 2024"),
                        Term.unavailable("persons", "persons", "no employment is held")),
                null);
        Estimate silent = new Estimate(
                new EstimateKey("SE", "TOTAL", "displacement.ledger", "jobs.firms.any_use"),
                level.asOf(),
                level.period(),
                1,
                "00",
                "ledger-1",
                "percent",
                List.of(),
                null,
                List.of(),
                "no exposure of SE is held");

        var unused = new ReplayFiles(dir, RECIPES).write(result(List.of(ledger, silent), List.of()));

        assertThat(Files.readString(dir.resolve("terms.csv")))
                .isEqualTo(
                        """
                        as_of,measure,concept,economy,sector,term,value,standard_deviation,variance_share,basis,unit,source
                        2025-01-31T00:00:00Z,displacement.ledger,jobs.firms.any_use,DK,TOTAL,profitable_share,0.230000,0.120000,0.500000,ASSUMED,share,"Svanberg, 2024"
                        2025-01-31T00:00:00Z,displacement.ledger,jobs.firms.any_use,DK,TOTAL,persons,,,,UNAVAILABLE,persons,no employment is held
                        """);
        assertThat(Files.readString(dir.resolve("withheld.csv")))
                .isEqualTo(
                        """
                        as_of,measure,concept,economy,sector,period,inputs,model,reason
                        2025-01-31T00:00:00Z,displacement.ledger,jobs.firms.any_use,SE,TOTAL,2024,1,ledger-1,no exposure of SE is held
                        """);
    }

    private static ReplayResult result(List<Estimate> estimates, List<Rejection> rejections) {
        return ReplayResult.of(
                new LoadReport(List.of(), List.of(), List.of(), 0),
                new Said(estimates, List.of(), List.of(), List.of(), rejections, List.of()),
                List.of());
    }

    private static Estimate estimate(String economy, String asOf, double level) {
        Banded band = new Banded(level, level - 1, level + 1, level - 2, level + 2);
        return new Estimate(
                new EstimateKey(economy, "TOTAL", "penetration", "firms.any_use"),
                Instant.parse(asOf),
                Period.parse("2024"),
                2,
                "00",
                "model",
                "percent",
                List.of(new HorizonValue(Horizon.P0D, band, null)),
                null);
    }
}
