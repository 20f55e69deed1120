package org.tidemark.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    @TempDir
    private Path dir = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("tokens"), text);
    }

    @Test
    @DisplayName("each person has a line, and blank lines, comments and line ends of any kind do not matter")
    void eachPersonHasALine() throws IOException {
        Tokens tokens =
                Tokens.in(file("# who decides\r\nAda Lovelace:s3cret-of:ada\n\n  José : 0123456789 \nbare-token\n"));

        assertThat(tokens.nameOf("Bearer s3cret-of:ada")).contains("Ada Lovelace");
        assertThat(tokens.nameOf("bearer  0123456789 ")).contains("José");
        assertThat(tokens.nameOf("Bearer bare-token")).contains("token");
    }

    @ParameterizedTest
    @DisplayName("nothing but the whole token lets somebody in")
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer s3cre",
                "Bearer s3crets",
                "Bearer S3CRET",
                "Basic s3cret",
                "s3cret",
                "Bearer Ada:s3cret",
                "Bearer s3cret s3cret",
                "Bearer # who"
            })
    void nothingElseLetsSomebodyIn(String header) throws IOException {
        Tokens tokens = Tokens.in(file("# who\nAda:s3cret\n"));

        assertThat(tokens.nameOf(header)).isEmpty();
        assertThat(tokens.nameOf(null)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("a file that is none is told by its line, and the secret is not")
    @ValueSource(strings = {"Ada:", ":s3cret", "Ada:s3 cret", "Ada:s3cr\u00e9t", "A\u001bda:s3cret"})
    void whatIsNoTokenIsToldWithoutTheSecret(String line) throws IOException {
        Path file = file("Bob:fine-1234\n" + line + "\n");

        assertThatThrownBy(() -> Tokens.in(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2 is not NAME:TOKEN")
                .message()
                .doesNotContain("s3c", "fine-1234", "\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nobody\n"})
    void anEmptyFileIsTold(String text) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> Tokens.in(file)).hasMessageContaining("holds no token; write NAME:TOKEN");
    }

    @Test
    void anAbsentFileIsTold() {
        assertThatThrownBy(() -> Tokens.in(dir.resolve("absent"))).hasMessageContaining("there is no token file");
    }

    @Test
    @DisplayName("a change of the file counts at once, and while it is gone or damaged nobody is let in")
    void aChangeCountsAtOnce() throws IOException {
        Path file = file("Ada:first-token\n");
        Tokens tokens = Tokens.in(file);

        Files.writeString(file, "Ada:second-token-x\n");
        assertThat(tokens.nameOf("Bearer first-token")).isEmpty();
        assertThat(tokens.nameOf("Bearer second-token-x")).contains("Ada");

        Files.writeString(file, "Ada: two words\n");
        assertThat(tokens.nameOf("Bearer second-token-x")).isEmpty();

        Files.delete(file);
        assertThat(tokens.nameOf("Bearer second-token-x")).isEmpty();

        Files.writeString(file, "Ada:third\n");
        assertThat(tokens.nameOf("Bearer third")).contains("Ada");
    }

    @Test
    @DisplayName("a file that others can read is told with the remedy")
    void aFileForAllIsTold() throws IOException {
        Path file = file("Ada:s3cret\n");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(Tokens.in(file).warning())
                .hasValueSatisfying(w -> assertThat(w).contains("set it to 0600"));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(Tokens.in(file).warning()).isEmpty();
    }
}
