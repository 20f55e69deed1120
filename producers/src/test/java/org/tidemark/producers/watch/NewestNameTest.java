package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file whose name changes with each edition: the newest name is taken from a listing, and nothing else is. */
class NewestNameTest {
    private static final String FORM = "AI_Diffusion_Q(?<part>[1-4])(?<year>\\d{4})_Update\\.csv";
    private static final String FIRST = "Economy,H1 2025 AI Diffusion\nDenmark,20.0%\n";
    private static final String SECOND = "Economy,H1 2025 AI Diffusion,H2 2025 AI Diffusion\nDenmark,20.0%,23.0%\n";

    @TempDir
    private Path dir = Path.of("");

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    private PlayedWatch watch() {
        return new PlayedWatch(
                dir.resolve("archive"),
                "source: MICROSOFT_AIEI, address: '%s', listing: '%s', newest: '%s', file: '{name}'"
                        .formatted(stage.address("/raw/{name}"), stage.address("/contents"), FORM));
    }

    private static Stage.Line contents(String... names) {
        StringBuilder text = new StringBuilder("[");
        for (String name : names) {
            text.append(
                    "{\"name\":\"%1$s\",\"path\":\"data/%1$s\",\"download_url\":\"https://elsewhere.example/%1$s\"},"
                            .formatted(name));
        }
        return Stage.file(text.append("{\"name\":\"US\"}]").toString(), "ETag", "\"list-%d\"".formatted(names.length));
    }

    private List<String> asked() {
        return stage.asked().stream().map(Stage.Asked::path).toList();
    }

    @Test
    @DisplayName("the newest edition is asked for, by year and part, at the catalogue's host, with its own version")
    void theNewestEdition() throws Exception {
        stage.script(
                        "/contents",
                        contents("AI_Diffusion_Q12026_Update.csv", "AI_Diffusion_Q42025_Update.csv"),
                        Stage.status(304),
                        contents(
                                "AI_Diffusion_Q12026_Update.csv",
                                "AI_Diffusion_Q22026_Update.csv",
                                "AI_Diffusion_Q42025_Update.csv"))
                .script("/raw/AI_Diffusion_Q12026_Update.csv", Stage.file(FIRST, "ETag", "\"v1\""), Stage.status(304))
                .script("/raw/AI_Diffusion_Q22026_Update.csv", Stage.file(SECOND, "ETag", "\"v1\""));
        PlayedWatch watch = watch();

        watch.day();
        watch.day();
        watch.day();

        assertThat(watch.told).containsExactly("received 1", "unchanged", "received 2");
        assertThat(asked())
                .containsExactly(
                        "/contents",
                        "/raw/AI_Diffusion_Q12026_Update.csv",
                        "/contents",
                        "/raw/AI_Diffusion_Q12026_Update.csv",
                        "/contents",
                        "/raw/AI_Diffusion_Q22026_Update.csv");
        assertThat(stage.asked())
                .extracting(question -> question.header("If-None-Match"))
                .as("a version is that of its own file")
                .containsExactly("", "", "\"list-2\"", "\"v1\"", "\"list-2\"", "");
        assertThat(watch.kept())
                .extracting(file -> String.valueOf(file.getFileName()))
                .as("kept under the listed names")
                .containsExactly("AI_Diffusion_Q12026_Update.csv", "AI_Diffusion_Q22026_Update.csv");
    }

    @ParameterizedTest
    @DisplayName("a listing leads to no other place: what is no name of the form is no name")
    @ValueSource(
            strings = {
                "[]",
                "nothing",
                "[{\"name\":\"other.csv\"}]",
                "https://elsewhere.example/AI_Diffusion_Q12026_Update.csv.exe",
                "../AI_Diffusion_Q12026_Update.csv..",
                "xAI_Diffusion_Q12026_Update.csvx"
            })
    void aListingWithoutAName(String listing) throws Exception {
        stage.script("/contents", Stage.file(listing));
        PlayedWatch watch = watch();

        watch.day();

        assertThat(watch.told).singleElement().satisfies(line -> assertThat(line)
                .startsWith("UNREADABLE the listing has no name of the form AI_"));
        assertThat(asked()).containsExactly("/contents");
    }

    @Test
    @DisplayName("a name may be made of anything that the form allows, but never of a path or a host")
    void aFormThatAllowsEverything() throws Exception {
        Path page = Files.writeString(
                dir.resolve("page.html"),
                "<a href='//evil.example/a.csv'> <a href='../../b.csv'> <a href='report_9.csv'> <a href='report_10.csv'>");

        assertThat(ListPage.names(page, "[^' ]+")).last().isEqualTo("report_10.csv");
    }

    @Test
    @DisplayName(
            "a listing that is unchanged and was never had, and an edition that is gone, are told and asked for later")
    void whatIsNotThere() throws IOException {
        stage.script("/contents", Stage.status(304), contents("AI_Diffusion_Q12026_Update.csv"))
                .script("/raw/AI_Diffusion_Q12026_Update.csv", Stage.status(404), Stage.file(FIRST));
        PlayedWatch watch = watch();

        watch.day();
        watch.day();
        watch.day();

        assertThat(watch.told)
                .containsExactly(
                        "UNREADABLE the listing is said to be unchanged, and was never had",
                        "NOT_FOUND HTTP status 404",
                        "received 1");
    }
}
