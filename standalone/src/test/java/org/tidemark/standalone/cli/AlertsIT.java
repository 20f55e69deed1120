package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;

/** Rules are tried on history, and what another threshold would have said can be compared. */
class AlertsIT {
    @TempDir
    private Path dir = Path.of("");

    private Path figures() throws IOException {
        return new Figures()
                .firms("DK", "2020", 8.0, "2021-02-01")
                .firms("DK", "2021", 12.0, "2022-02-01")
                .firms("DK", "2022", 14.0, "2023-02-01")
                .firms("DK", "2021", 6.0, "2023-09-01")
                .firms("DK", "2022", 6.5, "2023-09-01")
                .in(dir, "figures.csv");
    }

    private Path rules(String text) throws IOException {
        return Files.writeString(dir.resolve("rules-" + text.hashCode() + ".yaml"), "rules: {" + text + "}\n");
    }

    private CliRun test(Path rules, String out) throws IOException {
        return CliRun.of(
                "alerts",
                "test",
                "--data",
                figures().toString(),
                "--rules",
                rules.toString(),
                "--out",
                dir.resolve(out).toString());
    }

    @Test
    void whatWouldHaveBeenRaisedIsListedAndAnotherThresholdCanBeCompared() throws Exception {
        CliRun shipped = test(rules("PenetrationAbove25: {off: true}"), "a");

        assertThat(shipped.exit()).as(shipped.err()).isZero();
        assertThat(shipped.out().lines().filter(l -> l.startsWith("20")))
                .satisfiesExactly(
                        raised -> assertThat(raised)
                                .startsWith(
                                        "2023-02-01  raised     PenetrationAbove10  AI is used by more than 10 %, DK")
                                .contains("raised at 0.80 by 2 releases in a row"),
                        retracted -> assertThat(retracted)
                                .startsWith("2023-09-01  retracted  PenetrationAbove10")
                                .contains("what it rested on was revised"));
        assertThat(shipped.out())
                .containsPattern("\nPenetrationAbove10 +1 +0 +1 +0 +1 +2023-02-01 +2023-09-01 ")
                .doesNotContain("PenetrationAbove25");

        CliRun other = test(rules("PenetrationAbove25: {off: true}, PenetrationAbove10: {threshold: 20}"), "b");
        assertThat(other.out().lines().filter(l -> l.startsWith("20"))).isEmpty();

        CliRun diff =
                CliRun.of("diff", dir.resolve("a").toString(), dir.resolve("b").toString());
        assertThat(diff.exit()).isEqualTo(1);
        assertThat(diff.out()).contains("rules").contains("alerts.csv").contains("PenetrationAbove10");
    }
}
