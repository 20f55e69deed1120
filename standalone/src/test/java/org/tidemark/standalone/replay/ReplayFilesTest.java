package org.tidemark.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.estimate.Banded;
import org.tidemark.estimate.Estimate;
import org.tidemark.estimate.EstimateKey;
import org.tidemark.estimate.Horizon;
import org.tidemark.estimate.HorizonValue;
import org.tidemark.producers.load.LoadReport;
import org.tidemark.series.Period;
import org.tidemark.validate.RejectReason;
import org.tidemark.validate.Rejection;

class ReplayFilesTest {
    @TempDir
    private Path dir = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b,c", "Zürich; 27,6 %", "tout à fait", "日本"})
    void whatIsPrintableStaysAsItIs(String text) {
        assertThat(ReplayFiles.printable(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void whatIsNoTextIsWrittenByteByByte() {
        byte[] bytes = {(byte) 0xC3, 0x01, 'a', 0x7f, '\n', (byte) 0xFF};

        assertThat(ReplayFiles.printable(bytes)).isEqualTo("\\xc3\\x01a\\x7f\\x0a\\xff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u009b2J", "a\u007f", "a\tb", "\u202egnp.exe", "a\u2028b", "a\u200bb"})
    void nothingReachesATerminalThatMovesOrHidesWhatItShows(String text) {
        assertThat(ReplayFiles.printable(text.getBytes(StandardCharsets.UTF_8)))
                .contains("\\x")
                .matches("[ -~]*");
    }

    @Test
    void aBackslashOfTheTextCannotBeTakenForOneOfOurs() {
        assertThat(ReplayFiles.printable("\\x41".getBytes(StandardCharsets.UTF_8)))
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

        var hashes = new ReplayFiles(dir)
                .write(result(List.of(estimate("DK", "2025-01-31T00:00:00Z", 20)), List.of(rejection)));

        assertThat(hashes).containsOnlyKeys("estimates.csv", "stages.csv", "rejected.csv");
        assertThat(Files.readString(dir.resolve("estimates.csv")))
                .endsWith(
                        "2025-01-31T00:00:00Z,penetration,firms.any_use,DK,TOTAL,2024,P0D,20,19,21,18,22,,percent,2,model\n")
                .hasLineCount(2);
        assertThat(Files.readString(dir.resolve("rejected.csv")))
                .isEqualTo(
                        """
                        reason,detail,place,source,economy,release,published,original
                        BAD_NUMBER,value 'x' is no number,"a.csv, line 2",,,,,"x,""y"\""
                        """);
        assertThat(Files.readString(dir.resolve("stages.csv"))).hasLineCount(1).endsWith("midpoint_prior_share\n");
    }

    private static ReplayResult result(List<Estimate> estimates, List<Rejection> rejections) {
        return ReplayResult.of(new LoadReport(List.of(), List.of(), List.of(), 0), estimates, rejections, List.of());
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
