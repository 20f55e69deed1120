package org.tidemark.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A command line that makes no sense ends with one line and exit code 2, before anything is started. */
class MisuseTest {
    static Stream<Arguments> misuses() {
        return Stream.of(
                Arguments.of("nonsense", "Unmatched argument at index 0: 'nonsense'; see 'tidemark --help'"),
                // Two letters that changed places are the commonest slip.
                Arguments.of(
                        "shwo US",
                        "Unmatched arguments from index 0: 'shwo', 'US'; did you mean 'show'?; see 'tidemark --help'"),
                Arguments.of("up --nonsense", "Unknown option: '--nonsense'; see 'tidemark up --help'"),
                Arguments.of(
                        "up --port 70000",
                        "Invalid value for option '--port': '70000' is no port; write 0 (any free one) to 65535; see 'tidemark up --help'"),
                Arguments.of(
                        "up --kafka-port x",
                        "Invalid value for option '--kafka-port': 'x' is no port; write 0 (any free one) to 65535; see 'tidemark up --help'"),
                Arguments.of(
                        "up --history later",
                        "Invalid value for option '--history': 'later' is neither by-lag nor as-filed; see 'tidemark up --help'"),
                Arguments.of(
                        "replay --out x",
                        "nothing to play; give --data PATH, or --from-topic --bootstrap HOST:PORT; see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --out x --data y --from-topic",
                        "--data and --from-topic exclude each other; leave one out; see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --out x --from-topic",
                        "--from-topic needs a cluster; add --bootstrap HOST:PORT; see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --out x --data y --bootstrap 127.0.0.1:9092",
                        "--bootstrap and --client are of a cluster; add --from-topic to play its observations; see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --out x --from-topic --bootstrap 127.0.0.1:9092 --history as-filed",
                        "--history dates the figures of files; those of a topic have their dates, so leave it out; see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --out x --data y --speed fast",
                        "Invalid value for option '--speed': 'fast' is no speed; write max, seconds of history in a second such as 86400, or 30d/s (s, m, h, d, w, y); see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --out x --data ",
                        "Invalid value for option '--data' (PATH): '' names no file; write '.' for the folder in which you are; see 'tidemark replay --help'"),
                Arguments.of("replay --data x", "Missing required option: '--out=DIR'; see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --data x --out y --as-of yesterday",
                        "Invalid value for option '--as-of': 'yesterday' is no publication date; write 2024-05, 2024-05-17 or 2024-05-17T12:30:00Z; see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --data x --out y --until soon",
                        "Invalid value for option '--until': 'soon' is no period; write it as 2024, 2024-H1, 2024-Q3, 2024-05, 2024-W07, 2024-05-17 or 2024-05-06/2024-05-19; see 'tidemark replay --help'"),
                Arguments.of(
                        "replay --data x --out y --threads 0",
                        "--threads is 0; write 1 to 4; see 'tidemark replay --help'"),
                Arguments.of("diff x", "Missing required parameter: 'DIR_B'; see 'tidemark diff --help'"),
                Arguments.of("history", "Missing required parameter: 'DIR'; see 'tidemark history --help'"),
                Arguments.of(
                        "ingest x", "Missing required option: '--bootstrap=HOST:PORT'; see 'tidemark ingest --help'"),
                Arguments.of(
                        "topics", "Missing required option: '--bootstrap=HOST:PORT'; see 'tidemark topics --help'"),
                Arguments.of(
                        "topics --bootstrap 127.0.0.1:9092 --partitions 0",
                        "--partitions is 0; write 1 to 1000; see 'tidemark topics --help'"),
                Arguments.of(
                        "topics --bootstrap 127.0.0.1:9092 --replication -1",
                        "--replication is -1; write 1 to 1000; see 'tidemark topics --help'"),
                Arguments.of(
                        "topics --bootstrap 127.0.0.1:9092 --registry registry:8081",
                        "Invalid value for option '--registry': registry 'registry:8081' is no address; write http://HOST:PORT or https://HOST:PORT; see 'tidemark topics --help'"),
                Arguments.of(
                        "monitor --bootstrap 127.0.0.1:9092 --host 300.1.1.1",
                        "Invalid value for option '--host': '300.1.1.1' is no address; write 127.0.0.1 (this machine only) or 0.0.0.0 (whoever reaches it); see 'tidemark monitor --help'"),
                Arguments.of(
                        "ingest --bootstrap 127.0.0.1:9092",
                        "Missing required parameter: 'PATH'; see 'tidemark ingest --help'"));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void isToldInOneLine(String arguments, String line) {
        CliRun run = CliRun.of(arguments.split(" ", -1));

        assertThat(run).isEqualTo(new CliRun(ErrorLine.MISUSED, "", "tidemark: " + line + "\n"));
    }

    @Test
    void withoutACommandTheHelpIsShown() {
        CliRun run = CliRun.of();

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("up", "topics", "monitor", "health", "ingest", "replay", "diff", "accuracy", "history");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void everyCommandHasItsHelp() {
        for (String command :
                List.of("up", "topics", "monitor", "health", "ingest", "replay", "diff", "accuracy", "history")) {
            CliRun run = CliRun.of(command, "--help");

            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("Usage: tidemark " + command).doesNotContain("null");
        }
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(CliRun.of("--version").out()).startsWith("tidemark ").hasLineCount(1);
    }
}
