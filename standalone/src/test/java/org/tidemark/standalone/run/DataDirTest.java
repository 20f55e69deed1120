package org.tidemark.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.it.Figures;
import org.tidemark.producers.UnreadableFileException;

class DataDirTest {
    @TempDir
    private Path dir = Path.of("");

    @Test
    void aKeptDirectoryIsMadeAndStays() throws Exception {
        Path path = dir.resolve("a/b");

        DataDir.kept(path).close();

        assertThat(path).isDirectory();
    }

    @Test
    void aLinkToADirectoryIsADirectory() throws Exception {
        Path link = Files.createSymbolicLink(dir.resolve("link"), Files.createDirectory(dir.resolve("real")));

        assertThat(DataDir.kept(link).path()).isEqualTo(link);
    }

    @Test
    void aFileIsRefused() throws Exception {
        Path file = Files.createFile(dir.resolve("file"));

        assertThatThrownBy(() -> DataDir.kept(file.resolve("below")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(
                        "data directory %s/below cannot be made: Not a directory (%s/below); name another with --data-dir"
                                .formatted(file, file));
    }

    @Test
    void anEphemeralDirectoryGoesWithAllThatIsInIt() throws Exception {
        Path path;
        try (DataDir ephemeral = DataDir.ephemeral()) {
            path = ephemeral.path();
            Files.createDirectories(path.resolve("a/b"));
            Files.createFile(path.resolve("a/b/c"));
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void anEphemeralDirectoryThatIsGoneAlreadyIsNoTrouble() throws Exception {
        DataDir ephemeral = DataDir.ephemeral();
        Files.delete(ephemeral.path());

        ephemeral.close();

        assertThat(ephemeral.path()).doesNotExist();
    }

    @Test
    void theShippedFiguresAreAFileLikeAnyOther() throws Exception {
        DataDir kept = DataDir.kept(dir);

        assertThat(kept.shippedFigures())
                .isEqualTo(kept.shippedFigures())
                .content()
                .contains(Figures.HEADER.substring(0, "indicator,economy,sector,period,value,unit,".length()));
    }
}
