package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tidemark.standalone.history.HistorySize;

/** What a replay says at its end of what the history does not show. */
class ReplayCommandTest {
    private static String told(int leftOff) {
        StringWriter text = new StringWriter();
        PrintWriter to = new PrintWriter(text);
        ReplayCommand.printLeftOff(new HistorySize(500, leftOff, 3_000, 9_000), Path.of("out"), to);
        to.flush();
        return text.toString();
    }

    @Test
    void aHistoryThatWasCutSaysSoInOneLineWithTheRemedy() {
        assertThat(told(1_234))
                .isEqualTo(
                        "history.om: 1,234 cells are left off by the bound on series, sectors before whole economies; 'tidemark history out --series-max N' shows more\n");
    }

    @Test
    void aWholeOneSaysNothing() {
        assertThat(told(0)).isEmpty();
    }
}
