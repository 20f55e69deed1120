package org.tidemark.producers.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.UnreadableFileException;

class FirstRowTest {
    @TempDir
    private Path folder = Path.of("");

    private Optional<Row> firstRow(String text) throws IOException {
        return DelimitedText.CSV.firstRow(new SourceFile(Files.writeString(folder.resolve("table.csv"), text)));
    }

    @Test
    void itIsTheFirstLineBelowTheHeaderThatIsARow() throws IOException {
        assertThat(firstRow("a,b\n\n1\n2,3\n4,5\n").orElseThrow().where()).isEqualTo("line 4");
    }

    @Test
    void aTableOfNothingButItsHeaderHasNone() throws IOException {
        assertThat(firstRow("a,b\n")).isEmpty();
        assertThat(firstRow("")).isEmpty();
    }

    @Test
    void withoutAHeaderThatMakesSenseThereIsNoTable() {
        assertThatThrownBy(() -> firstRow("\"a\"b,c\n1,2\n")).isInstanceOf(UnreadableFileException.class);
    }
}
