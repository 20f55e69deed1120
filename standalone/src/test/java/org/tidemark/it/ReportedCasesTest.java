package org.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs that failed once and were reported. Each is reproduced by at least one test of some module, whose
 * {@code @DisplayName} begins with the case's name; this list holds that none of them is lost when tests move.
 */
class ReportedCasesTest {
    private static final List<String> SOURCES = sources();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A01-semicolons-tabs-case",
                "A10-period-of-the-year-204",
                "A14-sdmx-label-without-blank",
                "A16-sdmx-unit-mult",
                "A17-own-dataflow-drops-shipped",
                "A21-last-update-without-time",
                "A23-bls-thousands",
                "A24-nothing-covered-exit-0",
                "B01-undated-download-twice",
                "B02-microsoft-revised-half-year",
                "B04-uk-el-xk",
                "B05-new-figure-a-hundredth",
                "B06-published-in-the-future",
                "B09-conflicts-counted-half",
                "C02-two-monitors-half-the-answer",
                "C04-one-state-directory-twice",
                "C07-topic-settings-not-looked-at",
                "C08-partitions-grown",
                "C10-old-state-beside-a-new-cluster",
                "C11-confluent-registry-at-its-usual-address",
                "C12-registry-made-anew",
                "D01-head-is-always-200",
                "D05-alert-follows-the-instance",
                "D06-dashboards-without-a-data-source-variable",
                "D07-metric-blind-to-what-readers-refuse",
                "E02-names-beyond-ascii-in-the-C-locale",
                "E04-disk-full-and-noexec",
                "E08-ipv6-address-without-brackets",
                "E11-copied-tree-builds-again",
                "E14-most-rows-refused-exit-0",
                "R-corrupt-store",
                "R-disk-96m",
                "R-escapes-in-csv",
                "R-foreign-record",
                "R-metadata-log",
                "R-published-in-the-future",
                "R-rejected-doubled",
                "R-rules-changed",
                "R-slow-readers",
                "R-two-monitors",
                "R-upgrade"
            })
    void hasATestThatIsNamedAfterIt(String reported) {
        Pattern named =
                Pattern.compile("@DisplayName\\(\\s*\"([^\"]*, )?" + Pattern.quote(reported) + "[:,]", Pattern.DOTALL);
        assertThat(SOURCES)
                .as("a test whose @DisplayName begins with %s", reported)
                .anyMatch(source -> named.matcher(source).find());
    }

    private static List<String> sources() {
        try (Stream<Path> modules = Files.list(RealData.projectRoot())) {
            return modules.map(module -> module.resolve(Path.of("src", "test", "java")))
                    .filter(Files::isDirectory)
                    .flatMap(ReportedCasesTest::javaBelow)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> javaBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(ReportedCasesTest::text)
                    .filter(text -> text.contains("@DisplayName"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
