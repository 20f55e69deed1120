package org.tidemark.producers.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file of a ZIP is read and kept; nothing else of the ZIP is unpacked, and no name of it is a path. */
class ZipMemberTest {
    private static final String MEMBER = "folder/figures.csv";
    private static final String FIGURES = "date,jobcountry,AI_share_postings\n2024-01-01,US,1.5\n";

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
                "source: INDEED_AI_POSTINGS, address: '%s', member: '%s', bytes_max: 100000, file: a.csv"
                        .formatted(stage.address("/zip"), MEMBER));
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("the member is what is kept; another ZIP with the same member is nothing new")
    void theMember() throws Exception {
        stage.script(
                "/zip",
                Stage.bytes(zip(Map.of(MEMBER, bytes(FIGURES), "README.md", bytes("one")))),
                Stage.bytes(zip(Map.of(MEMBER, bytes(FIGURES), "README.md", bytes("two")))));
        PlayedWatch watch = watch();

        watch.day();
        watch.day();

        assertThat(watch.told).containsExactly("received 1", "unchanged");
        assertThat(watch.kept()).singleElement().satisfies(file -> assertThat(file)
                .hasContent(FIGURES));
    }

    @Test
    @DisplayName("a member that unpacks to more than it may is told, and leaves nothing behind")
    void aBomb() throws Exception {
        byte[] bomb = zip(Map.of(MEMBER, new byte[50_000_000]));
        assertThat(bomb.length).isLessThan(100_000);
        stage.script("/zip", Stage.bytes(bomb));
        PlayedWatch watch = watch();

        watch.day();

        assertThat(watch.told)
                .containsExactly(
                        "TOO_LARGE member 'folder/figures.csv' of the ZIP unpacks to more than 100000 bytes; raise bytes_max of the endpoint if that is right");
        assertThat(watch.kept()).isEmpty();
        try (Stream<Path> all = Files.list(dir.resolve("archive/one"))) {
            assertThat(all).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(100_000));
        }
    }

    @Test
    @DisplayName("a length that lies in the directory of the ZIP bounds nothing: what comes out is counted")
    void aLengthThatLies() throws Exception {
        byte[] bomb = zip(Map.of(MEMBER, new byte[50_000_000]));
        // The uncompressed length in the central directory, 24 bytes behind its signature, says 10.
        for (int i = 0; i < bomb.length - 4; i++) {
            if (bomb[i] == 'P' && bomb[i + 1] == 'K' && bomb[i + 2] == 1 && bomb[i + 3] == 2) {
                bomb[i + 24] = 10;
                bomb[i + 25] = 0;
                bomb[i + 26] = 0;
                bomb[i + 27] = 0;
            }
        }
        stage.script("/zip", Stage.bytes(bomb));
        PlayedWatch watch = watch();

        watch.day();

        assertThat(watch.told).singleElement().satisfies(line -> assertThat(line)
                .matches("(?s)(TOO_LARGE|UNREADABLE) .*"));
        assertThat(watch.kept()).isEmpty();
    }

    @Test
    @DisplayName(
            "names that are paths are told as text and written nowhere; no ZIP, or one without the member, lies aside")
    void namesThatArePaths() throws Exception {
        stage.script(
                "/zip",
                Stage.bytes(zip(Map.of("../../../" + MEMBER, bytes(FIGURES), "/etc/passwd", bytes("x")))),
                Stage.file(FIGURES),
                Stage.bytes(Arrays.copyOf(zip(Map.of(MEMBER, bytes(FIGURES))), 60)));
        PlayedWatch watch = watch();

        watch.day();
        watch.day();
        watch.day();

        assertThat(watch.told.get(0))
                .startsWith(
                        "UNREADABLE the ZIP has no member 'folder/figures.csv', only '../../../folder/figures.csv', '/etc/passwd'; kept as ")
                .contains(".aside");
        assertThat(watch.told.get(1)).startsWith("UNREADABLE no ZIP that can be read: ");
        assertThat(watch.told.get(2)).startsWith("UNREADABLE no ZIP that can be read: ");
        assertThat(watch.kept()).isEmpty();
        assertThat(Files.exists(dir.resolve(MEMBER))).isFalse();
    }
}
