package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.FileDates;
import org.tidemark.producers.SourceFile;

/** Vintages that a publisher keeps: the files of a ZIP, and the names of a listing, each had once and dated by its name. */
class VintagesTest {
    private static final String FORM = "'\\d{4}-\\d{2}(?:-md)?\\.csv'";

    @TempDir
    private Path dir = Path.of("");

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    private static String figures(int rows) {
        StringBuilder text = new StringBuilder("date,jobcountry,AI_share_postings\n");
        IntStream.rangeClosed(1, rows).forEach(i -> text.append("2014-01-%02d,US,1.5\n".formatted(i)));
        return text.toString();
    }

    private PlayedWatch ofZip() {
        return new PlayedWatch(
                dir.resolve("archive"),
                "source: INDEED_AI_POSTINGS, address: '%s', members: %s, bytes_max: 100000, file: all.zip"
                        .formatted(stage.address("/zip"), FORM));
    }

    private PlayedWatch ofNames() {
        return new PlayedWatch(
                dir.resolve("archive"),
                "source: INDEED_AI_POSTINGS, address: '%s', listing: '%s', each: %s, file: '{name}'"
                        .formatted(stage.address("/months/{name}"), stage.address("/page"), FORM));
    }

    private static Stage.Line zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return Stage.bytes(out.toByteArray());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private List<String> dates(PlayedWatch watch) throws IOException {
        return watch.kept().stream()
                .map(file -> FileDates.of(new SourceFile(file)).orElseThrow().toString())
                .toList();
    }

    private List<String> asked() {
        return stage.asked().stream().map(Stage.Asked::path).toList();
    }

    @Test
    @DisplayName(
            "each file of a ZIP is a vintage of its month, oldest first; of a later ZIP only what is new is published")
    void filesOfAZip() throws Exception {
        stage.script(
                "/zip",
                zip("all/2015-02.csv", figures(3), "all/2015-01.csv", figures(2), "all/README.md", "made"),
                zip("2015-01.csv", figures(2), "2015-02.csv", figures(3), "x/README.md", "another"),
                zip("2015-01.csv", figures(2), "2015-02.csv", figures(3), "2015-03.csv", figures(4)));
        PlayedWatch watch = ofZip();

        watch.day();
        watch.day();
        watch.day();

        assertThat(watch.told).containsExactly("received 5", "received 5", "unchanged", "received 9");
        assertThat(watch.kept())
                .extracting(VintagesTest::name)
                .containsExactly("2015-01.csv", "2015-02.csv", "2015-03.csv");
        assertThat(dates(watch))
                .containsExactly("2015-01-31T23:59:59.999Z", "2015-02-28T23:59:59.999Z", "2015-03-31T23:59:59.999Z");
        assertThat(watch.published).hasSize(3).isSorted();
    }

    @Test
    @DisplayName("a month that another ZIP has otherwise is published again, and after what was published before")
    void aMonthThatWasCorrected() throws Exception {
        stage.script(
                "/zip",
                zip("2015-01.csv", figures(2), "2015-02.csv", figures(3)),
                zip("2015-01.csv", figures(1), "2015-02.csv", figures(3)));
        PlayedWatch watch = ofZip();

        watch.day();
        watch.day();

        assertThat(watch.published).hasSize(3).isSorted();
        assertThat(watch.published.get(2)).endsWith("/2015-01.csv");
        assertThat(dates(watch).get(2)).isEqualTo("2015-01-31T23:59:59.999Z");
    }

    @Test
    @DisplayName("a file of a ZIP that cannot be read lies aside and is told once; the others are kept")
    void aFileThatCannotBeRead() throws Exception {
        Stage.Line answer = zip("2015-01.csv", figures(2), "2015-02.csv", "a,b\n1,2\n", "2015-03.csv", figures(4));
        stage.script("/zip", answer, answer);
        PlayedWatch watch = ofZip();

        watch.day();
        watch.day();

        assertThat(watch.told).hasSize(4).endsWith("unchanged");
        assertThat(watch.told)
                .filteredOn(line -> line.startsWith("UNREADABLE"))
                .singleElement()
                .satisfies(
                        line -> assertThat(line)
                                .startsWith(
                                        "UNREADABLE 1 of 3 files of the ZIP cannot be read, the first '2015-02.csv' (in no known format); kept in"));
        assertThat(watch.kept()).extracting(VintagesTest::name).containsExactly("2015-01.csv", "2015-03.csv");
        assertThat(dir.resolve("archive/one/.aside/2015-02.csv")).exists();
    }

    @Test
    @DisplayName(
            "all files of a ZIP together are bounded; of two that have one name none is read; nothing is left behind")
    void whatAZipMayNotHave() throws Exception {
        String big = figures(9) + "\n".repeat(60_000);
        stage.script(
                "/zip",
                zip("2015-01.csv", big, "2015-02.csv", big),
                zip("a/2015-01.csv", figures(2), "b/2015-01.csv", figures(3)),
                zip("../../2015-01.csv", figures(2), "/etc/2015-02.csv", figures(3)),
                zip("other.csv", figures(2)));
        PlayedWatch watch = ofZip();

        watch.day();
        assertThat(dir.resolve("archive/one/.unpacked")).isEmptyDirectory();
        watch.day();
        watch.day();
        watch.day();

        assertThat(watch.told.get(0))
                .startsWith("TOO_LARGE member '\\d{4}-\\d{2}")
                .contains("bytes_max");
        assertThat(watch.told.get(1)).startsWith("UNREADABLE the ZIP has two members '2015-01.csv'");
        assertThat(watch.told.subList(2, 4)).containsExactly("received 5", "received 5");
        assertThat(watch.told.get(4))
                .startsWith("UNREADABLE the ZIP has no member of the form")
                .contains("'other.csv'");
        assertThat(watch.kept()).hasSize(2).allSatisfy(file -> assertThat(file).startsWith(dir.resolve("archive/one")));
        assertThat(dir.resolve("archive/one/.unpacked")).isEmptyDirectory();
    }

    @Test
    @DisplayName("each name of a listing is asked for once, oldest first, with the pause of its host")
    void namesOfAListing() throws Exception {
        stage.script(
                        "/page",
                        Stage.file(
                                "<!DOCTYPE html><html><a href='/x/2026-02-md.csv?hash=1'>, <a href='2026-01-md.csv'>",
                                "ETag",
                                "\"a\""),
                        Stage.status(304),
                        Stage.file("2026-03-md.csv 2026-02-md.csv 2026-01-md.csv", "ETag", "\"b\""))
                .script("/months/2026-01-md.csv", Stage.file(figures(2)))
                .script("/months/2026-02-md.csv", Stage.file(figures(3)))
                .script("/months/2026-03-md.csv", Stage.status(404));
        PlayedWatch watch = ofNames();

        watch.day();
        watch.day();
        watch.day();

        assertThat(watch.told).containsExactly("received 2", "received 3", "unchanged", "NOT_FOUND HTTP status 404");
        assertThat(asked())
                .containsExactly(
                        "/page",
                        "/months/2026-01-md.csv",
                        "/months/2026-02-md.csv",
                        "/page",
                        "/page",
                        "/months/2026-03-md.csv");
        assertThat(dates(watch)).containsExactly("2026-01-31T23:59:59.999Z", "2026-02-28T23:59:59.999Z");
    }
}
