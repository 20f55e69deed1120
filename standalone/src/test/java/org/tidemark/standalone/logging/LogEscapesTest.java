package org.tidemark.standalone.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from a file may stand in a log line; a terminal that shows the log must not obey it. */
class LogEscapesTest {
    private static final String PROPERTY = "tidemark.log.file";

    @TempDir
    private Path folder = Path.of("");

    private String before = "";
    private LoggerContext context = LoggerContext.getContext(false);

    @BeforeEach
    void ownFile() throws Exception {
        before = System.getProperty(PROPERTY, "");
        System.setProperty(PROPERTY, folder.resolve("log").toString());
        URI shipped =
                Objects.requireNonNull(LogFile.class.getResource("/log4j2.xml")).toURI();
        context = new LoggerContext("escapes", null, shipped);
        context.start();
    }

    @AfterEach
    void back() {
        Configurator.shutdown(context);
        if (before.isEmpty()) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    @DisplayName("no level of the log writes the headers of requests, where a token stands")
    void noLevelWritesTokens() {
        context.getConfiguration().getRootLogger().setLevel(Level.ALL);
        context.updateLoggers();

        assertThat(context.getLogger("org.eclipse.jetty.server.internal.HttpConnection")
                        .isDebugEnabled())
                .isFalse();
        assertThat(context.getLogger("io.javalin.Javalin").isErrorEnabled()).isFalse();
        assertThat(context.getLogger("org.apache.kafka.x").isTraceEnabled()).isTrue();
    }

    @Test
    @DisplayName("R-escapes-in-csv: the log shows a question mark for what a terminal would obey")
    void theLogObeysNobody() throws IOException {
        String hostile = "r\u001b]0;owned\u0007 \u009b31m \u202Egnp.exe\u2028line é 日本";

        context.getLogger("org.example").warn("release {}", hostile, new IllegalStateException(hostile));
        context.getLogger("org.tidemark.x").warn("second");

        StringWriter all = new StringWriter();
        Files.readAllLines(folder.resolve("log"))
                .forEach(line -> all.append(line).append('\n'));
        assertThat(all.toString())
                .contains("release r?]0;owned? ?31m ?gnp.exe?line é 日本\n")
                .contains("IllegalStateException: r?]0;owned?")
                .contains("\n\tat ")
                .contains("second")
                .doesNotContain("\u001b", "\u0007", "\u009b", "\u202E", "\u2028");
    }
}
