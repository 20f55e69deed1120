package org.tidemark.producers.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.producers.SourceFile;
import org.tidemark.producers.Told;
import org.tidemark.validate.RejectReason;

class EncodingTest {
    private static final Charset LATIN = Charset.forName("windows-1252");

    @TempDir
    Path folder = Path.of("");

    @Property
    void whatIsWrittenInUtf16IsReadAsItWasMeant(@ForAll("texts") String text) throws IOException {
        assertThat(read(text.getBytes(UTF_16LE), false)).isEqualTo(text.getBytes(UTF_8));
        assertThat(read(text.getBytes(UTF_16BE), true)).isEqualTo(text.getBytes(UTF_8));
    }

    @Test
    void halfAPairCostsItsLineOnly() throws IOException {
        byte[] spoilt = "\uFEFFa,b\n1,2\n".getBytes(UTF_16LE);
        byte[] all = java.util.Arrays.copyOf(spoilt, spoilt.length + 8 + 8);
        byte[] lone = {0x3d, (byte) 0xd8, ',', 0, '9', 0, '\n', 0};
        System.arraycopy(lone, 0, all, spoilt.length, lone.length);
        System.arraycopy("3,4\n".getBytes(UTF_16LE), 0, all, spoilt.length + lone.length, 8);
        Told told = new Told();
        List<String> rows = new ArrayList<>();

        DelimitedText.CSV.read(
                new SourceFile(Files.write(folder.resolve("t.csv"), all)),
                told,
                header -> row -> rows.add(row.text(0)));

        assertThat(rows).containsExactly("1", "3");
        assertThat(told.rejectedByReason()).containsOnlyKeys(RejectReason.BAD_ENCODING);
    }

    @Test
    void oneCharacterInUtf8IsEnoughForTheWholeFile() throws IOException {
        assertThat(encoding("a,b\n\u00e9,2\n", LATIN).title()).isEqualTo("windows-1252");
        assertThat(encoding("a,b\n\u00e9,2\n", UTF_8).title()).isEqualTo("UTF-8");
        byte[] both = "a,b\n\u00c3\u00a9,\u00e9 \n".getBytes(LATIN);
        assertThat(Encoding.ofHead(both, LATIN).title()).isEqualTo("UTF-8");
    }

    @Test
    void theFirstStrangeCharacterMayStandFarDown() throws IOException {
        String text = "a,b\n" + "1,2\n".repeat(100_000) + "\u00d6sterreich,2\n";
        assertThat(encoding(text, LATIN).title()).isEqualTo("windows-1252");
        assertThat(encoding(text, UTF_8).title()).isEqualTo("UTF-8");
    }

    @Test
    void aFewZerosAreNoUtf16() {
        assertThat(Encoding.ofHead(new byte[] {'a', 0, 'b', 0}, LATIN).wide()).isFalse();
        assertThat(Encoding.ofHead(new byte[64], LATIN).wide()).isFalse();
        assertThat(Encoding.ofHead("\uFEFF".getBytes(UTF_16BE), LATIN).wide()).isTrue();
        assertThat(Encoding.ofHead("\uFEFFa".getBytes(Charset.forName("UTF-32LE")), LATIN)
                        .wide())
                .isFalse();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.integers()
                .between(1, 0x10FFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .list()
                .ofMaxSize(40)
                .map(all -> {
                    StringBuilder text = new StringBuilder();
                    all.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }

    private static byte[] read(byte[] bytes, boolean bigEndian) throws IOException {
        try (Utf16Input in = new Utf16Input(new ByteArrayInputStream(bytes), bigEndian)) {
            return in.readAllBytes();
        }
    }

    private Encoding encoding(String text, Charset charset) throws IOException {
        return Encoding.ofFile(new SourceFile(Files.write(folder.resolve("t.csv"), text.getBytes(charset))), LATIN);
    }
}
