package org.tidemark.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The dashboards against Grafana's own types, by the TypeScript compiler. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypeCheckTest {
    private static final Path FROM = Place.MODULE.resolve("typecheck");

    private static final Pattern NO_NETWORK = Pattern.compile("ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ENETUNREACH");

    private final Path folder = Place.MODULE.resolve("target/typecheck");

    /** npm ci takes from the lock file and nothing else, and runs no scripts of packages. */
    @BeforeAll
    void install() throws Exception {
        Program npm = Program.assumed("npm");
        Files.createDirectories(folder.resolve("dashboards"));
        for (String file : List.of("package.json", "package-lock.json", "tsconfig.json", "dashboard.ts")) {
            Files.writeString(folder.resolve(file), Place.text(FROM.resolve(file)));
        }
        Program.Result result =
                npm.run(folder, "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        assumeFalse(NO_NETWORK.matcher(result.said()).find(), "skipped: npm reaches no registry");
        assertThat(result.exit()).as(result.said()).isZero();
    }

    private Program.Result check(List<Board> boards) throws IOException, InterruptedException {
        for (Path old : Place.files(folder.resolve("dashboards"), ".ts")) {
            Files.delete(old);
        }
        for (Board board : boards) {
            String typed =
                    "import type { TidemarkDashboard } from '../dashboard';%nexport const board: TidemarkDashboard = %s;%n"
                            .formatted(board.json().toPrettyString());
            Files.writeString(folder.resolve("dashboards").resolve(board.file() + ".ts"), typed);
        }
        return Program.assumed("npm").run(folder, "exec", "--offline", "--", "tsc", "--project", ".");
    }

    private void assertRefused(String said, Consumer<ObjectNode> spoils) throws Exception {
        Program.Result result = check(List.of(Board.named("overview").spoilt(spoils)));
        assertThat(result.exit()).as(result.said()).isNotZero();
        assertThat(result.said()).contains(said);
    }

    private static ObjectNode at(ObjectNode board, String pointer) {
        return (ObjectNode) board.at(pointer);
    }

    @Test
    void allDashboardsAreWhatGrafanaTakesThemFor() throws Exception {
        Program.Result result = check(Board.all());

        assertThat(result.exit()).as(result.said()).isZero();
    }

    @Test
    void aPanelOfNoTypeIsRefused() throws Exception {
        assertRefused("\"stats\"", b -> at(b, "/panels/0").put("type", "stats"));
    }

    @Test
    void anOptionThatThePanelDoesNotHaveIsRefused() throws Exception {
        assertRefused("graphMood", b -> at(b, "/panels/0/options").put("graphMood", "area"));
    }

    @Test
    void aValueThatTheOptionDoesNotTakeIsRefused() throws Exception {
        assertRefused("\"aera\"", b -> at(b, "/panels/0/options").put("graphMode", "aera"));
    }

    @Test
    void aFieldOfTheWrongTypeIsRefused() throws Exception {
        assertRefused("Type 'string' is not assignable to type 'number'", b -> at(b, "/panels/0/fieldConfig/defaults")
                .put("decimals", "two"));
    }

    @Test
    void aKeyThatADashboardDoesNotHaveIsRefused() throws Exception {
        assertRefused("panles", b -> b.putArray("panles"));
    }
}
