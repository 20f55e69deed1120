package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlainWriterTest {
    @Test
    @DisplayName("R-escapes-in-csv: a terminal obeys nothing that a command prints")
    void nothingIsObeyed() {
        StringWriter shown = new StringWriter();
        PrintWriter out = new PrintWriter(new PlainWriter(shown));

        out.printf("%s\t%s\n", "r\u001b]0;owned\u0007", "\u202Egnp.exe 日本 😀");
        out.print('\u009b');
        out.print("\rover");
        out.flush();

        assertThat(shown).hasToString("r\uFFFD]0;owned\uFFFD\t\uFFFDgnp.exe 日本 😀\n\uFFFD\uFFFDover");
    }

    @Test
    @DisplayName("R-escapes-in-csv: every command prints through it")
    void everyCommandPrintsThroughIt() {
        PrintStream before = System.err;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
            int code = Tidemark.commandLine().execute("diff", "a\u001b[31m", "b\u202E");
            assertThat(code).isNotZero();
        } finally {
            System.setErr(before);
        }

        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("a").doesNotContain("\u001b", "\u202E");
    }
}
